import HJ212
import Kernel

/// Where a frame belongs: read from its header and data area, or the reason why it cannot be filed.
struct FrameFiling: Sendable, Equatable {
    let device: DeviceNumber
    let password: String
    let command: Command
    /// DataTime; for frames without data, the moment their QN names.
    let dataTime: Instant
    /// PNO; 0 for a frame that was not split.
    let packet: Int
    let requestNumber: String

    /// Why a frame that is sound on the wire cannot be filed.
    enum Refusal: String, Error, Equatable, CaseIterable {
        case nulByte = "nul-byte"
        case noDevice = "no-device-number"
        case noCommand = "no-command"
        case noTime = "no-data-time"
        case unknownDevice = "unknown-device"
        case wrongPassword = "wrong-password"
        case aheadOfTime = "data-time-ahead"
    }

    /// A data time further ahead of its arrival than this is a broken clock, not a measurement. Design value.
    static let aheadHoursMax: Int64 = 24

    init(_ frame: Frame) throws(Refusal) {
        // A text column ends at a NUL, so what is stored would differ from what was judged.
        guard !frame.segmentBytes.contains(0) else { throw .nulByte }
        let heard = HeardFrame(frame)
        guard let device = heard.mn.flatMap({ DeviceNumber($0) }) else { throw .noDevice }
        guard let command = heard.cn else { throw .noCommand }
        guard let dated = heard.placeTime else { throw .noTime }
        self.device = device
        self.command = command
        password = heard[.pw] ?? ""
        dataTime = Instant(milliseconds: dated.millisecondsSince1970)
        packet = max(0, heard.pno ?? 0)
        requestNumber = heard.qn?.text ?? ""
    }

    /// Where the frame lies.
    var place: FramePlace { FramePlace(dataTime: dataTime, command: command, packet: packet) }
}
