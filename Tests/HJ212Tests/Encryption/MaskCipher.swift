import HJ212

/// A cipher of the tests' own making: exclusive or with a mask. It lets a test choose the cipher bytes and the clear
/// ones alike.
struct MaskCipher: SM4Cipher {
    let mask: [UInt8]

    init(_ mask: [UInt8]) {
        self.mask = mask
    }

    /// A mask that turns the beginning of an area into these bytes.
    init(making wanted: [UInt8], of area: String) {
        mask = zip(wanted, area.utf8).map { $0 ^ $1 } + Array(repeating: 0x9D, count: 16)
    }

    func encrypt(_ blocks: [UInt8]) -> [UInt8] {
        blocks.enumerated().map { $1 ^ mask[$0 < mask.count ? $0 : $0 % 16 + mask.count - 16] }
    }

    func decrypt(_ blocks: [UInt8]) -> [UInt8] { encrypt(blocks) }
}

/// Keys of one device.
struct DeviceKeys: AreaKeys {
    let device: String
    let ciphers: [any SM4Cipher]

    func ciphers(for device: String) -> [any SM4Cipher] { device == self.device ? ciphers : [] }
}
