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
    /// The frame with the signs of its dialect.
    let heard: HeardFrame
    /// The items of the data area with their values as sent.
    let items: [Item]

    /// Bytes as stored; nil when they are no frame with a time.
    init?(_ bytes: [UInt8], receivedAt: Instant) {
        guard let frame = Frame(bytes, options: ScanOptions(crc: .any)) else { return nil }
        heard = HeardFrame(frame)
        guard let command = heard.cn, let dated = heard.dataTime ?? heard.qn?.stamp else { return nil }
        self.command = command
        dataTime = Instant(milliseconds: dated.millisecondsSince1970)
        packet = max(0, heard.pno ?? 0)
        requestNumber = heard.qn?.text ?? ""
        sentAt = heard.qn?.stamp.map { Instant(milliseconds: $0.millisecondsSince1970) }
        self.receivedAt = receivedAt
        digest = Digest256(of: bytes)
        items = frame.items
    }
}
