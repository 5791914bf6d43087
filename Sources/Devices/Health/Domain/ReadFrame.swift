import HJ212
import Kernel

/// One stored frame as health reads it.
struct ReadFrame: Sendable {
    let command: Command
    /// DataTime; for frames without data, the moment their QN names.
    let dataTime: Instant
    /// PNO; 0 for a frame that was not split.
    let packet: Int
    /// QN as sent; empty without one.
    let requestNumber: String
    /// The moment the QN names: when the device says it sent the frame.
    let sentAt: Instant?
    let receivedAt: Instant
    let digest: Digest256
    let dialect: Dialect
    /// The items of the data area with their values as sent.
    let items: [Item]

    /// Bytes as stored; nil when they are no frame with a time.
    init?(_ bytes: [UInt8], receivedAt: Instant) {
        guard let frame = Frame(bytes, options: ScanOptions(crc: .any)), let command = frame.header.cn,
            let dated = frame.dataTime ?? frame.header.qn?.stamp
        else { return nil }
        self.command = command
        dataTime = Instant(milliseconds: dated.millisecondsSince1970)
        packet = max(0, frame.header.pno ?? 0)
        requestNumber = frame.header.qn?.text ?? ""
        sentAt = frame.header.qn?.stamp.map { Instant(milliseconds: $0.millisecondsSince1970) }
        self.receivedAt = receivedAt
        digest = Digest256(of: bytes)
        dialect = frame.dialect
        items = frame.items
    }
}
