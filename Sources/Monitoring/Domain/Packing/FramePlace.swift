import HJ212
import Kernel

/// Where a frame lies: its data time, cut into the hour and the moment within it, its command and its packet.
struct FramePlace: Hashable, Sendable {
    /// Full hours since 1970-01-01 00:00 UTC; rows of one hour lie together.
    let hourNumber: Int64
    /// Milliseconds within the hour, 0 to 3,599,999.
    let offset: Int64
    let command: Command
    /// PNO; 0 for a frame that was not split.
    let packet: Int

    private static let hourLength: Int64 = 3_600_000

    init(dataTime: Instant, command: Command, packet: Int) {
        hourNumber = Self.hourNumber(of: dataTime)
        offset = dataTime.milliseconds - hourNumber * Self.hourLength
        self.command = command
        self.packet = packet
    }

    /// A place read back from storage.
    init(hourNumber: Int64, offset: Int64, command: Command, packet: Int) {
        self.hourNumber = hourNumber
        self.offset = offset
        self.command = command
        self.packet = packet
    }

    var dataTime: Instant { Instant(milliseconds: hourNumber * Self.hourLength + offset) }

    /// The hour a moment lies in.
    static func hourNumber(of moment: Instant) -> Int64 { moment.startOfHour.milliseconds / hourLength }
}
