import HJ212
import Kernel

/// What reaches an open port besides sound frames: damage on the way, a logger that nobody registered, a foreign check,
/// another protocol. So the quarantine and the devices' health have something to show.
struct DemoStrays: Sendable {
    /// The logger whose line suffers.
    let sufferer: SimulatedLogger

    /// An MN that is in no register; its division code is no registration authority's.
    private static let unregistered = "99DE33060000000000009999"
    /// Reading ten registers over Modbus TCP, as a mistaken instrument asks.
    private static let modbusRequest: [UInt8] = [0, 1, 0, 0, 0, 6, 1, 3, 0, 0, 0, 10]

    /// Sends it all over one line that ends with a sound frame, and waits for that one's answer: then everything before
    /// it is settled.
    func send(at moment: Instant, to port: Int) async throws {
        let damaged = try (1...6).flatMap { second in
            try Self.damaged(realTime(at: moment.adding(seconds: -5 * Int64(second))))
        }
        let strays =
            try damaged + stranger(at: moment, crc: .hj212) + Self.modbusRequest
            + stranger(at: moment.adding(seconds: -30), crc: .modbus)
        try await sufferer.send([realTime(at: moment)], after: strays, to: port)
    }

    private func realTime(at moment: Instant) throws -> [UInt8] {
        try sufferer.frame(.realTime, dataTime: moment, suffix: "Rtd", sentAt: moment)
    }

    /// One bit of a value is lost on the way.
    private static func damaged(_ frame: [UInt8]) -> [UInt8] {
        var frame = frame
        frame[frame.count * 2 / 3] ^= 1
        return frame
    }

    private func stranger(at moment: Instant, crc: CRCVariant) throws -> [UInt8] {
        let stamp = CivilStamp(millisecondsSince1970: moment.milliseconds)
        return try FrameEncoder.encode(
            header: Header(
                qn: QN(stamp), st: "31", cn: .realTime, pw: sufferer.password, mn: Self.unregistered, flag: Flag(5)),
            items: [[Item(key: "DataTime", value: stamp.text14)], [Item(key: "a21026-Rtd", value: "12.3")]], crc: crc)
    }
}
