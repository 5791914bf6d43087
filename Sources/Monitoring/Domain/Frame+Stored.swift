import HJ212

extension Frame {
    /// A frame read back from storage. Foreign checks count here: reception lets them in for devices that were allowed
    /// them, and what was stored stays readable when the allowance ends.
    init?(stored bytes: [UInt8]) {
        self.init(bytes, options: ScanOptions(crc: .any))
    }
}
