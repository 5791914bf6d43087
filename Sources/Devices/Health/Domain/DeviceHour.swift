import HJ212
import Kernel

/// What one hour of a device's stored frames shows: a pure function of the frames whose data time lies in it.
struct DeviceHour: Sendable, Equatable {
    /// Start of the hour.
    let hour: Instant
    /// Stored frames, versions too.
    let frames: Int
    /// Different data times of minute frames (CN 2051).
    let minutePeriods: Int
    /// The smallest distance between neighbouring minute frames, minutes; nil with fewer than two.
    let minuteStep: Int?
    /// Whether the hour's own value came (CN 2061).
    let hasHourValue: Bool
    /// Frames beyond the first at the same command, data time and packet.
    let resent: Int
    /// How many values were sent again lower than before.
    let lowered: Int
    /// One of those.
    let rewriting: Rewriting?
    /// The median of receipt − QN, milliseconds; nil when no frame has a QN of the standard's form.
    let drift: Int64?
    /// When the last of the frames came.
    let lastReceivedAt: Instant?
    /// The edition that the frames together show, in the order in which they came; nil when none came, or when the hour
    /// was counted before editions were told so.
    var dialect: String?

    init(hour: Instant, frames: [ReadFrame]) {
        let minutes = Set(frames.filter { $0.command == .minuteValues }.map(\.dataTime)).sorted()
        let places = Set(
            frames.map { Rewriting.Place(command: $0.command.rawValue, dataTime: $0.dataTime, packet: $0.packet) })
        let rewritings = Rewriting.found(in: frames)
        let asTheyCame = frames.sorted { ($0.receivedAt, $0.digest) < ($1.receivedAt, $1.digest) }
        self.hour = hour
        self.frames = frames.count
        minutePeriods = minutes.count
        minuteStep =
            zip(minutes, minutes.dropFirst()).map { Int($1.milliseconds(since: $0) / 60_000) }.filter { $0 > 0 }.min()
        hasHourValue = frames.contains { $0.command == .hourValues }
        resent = frames.count - places.count
        lowered = rewritings.count
        rewriting = rewritings.last
        drift = Self.median(
            frames.compactMap { frame in frame.sentAt.map { frame.receivedAt.milliseconds(since: $0) } })
        lastReceivedAt = asTheyCame.last?.receivedAt
        dialect = asTheyCame.isEmpty ? nil : Self.dialect(of: asTheyCame).jsonName
    }

    private static func dialect(of frames: [ReadFrame]) -> Dialect {
        var memory = DialectMemory()
        for frame in frames { memory.observe(frame.heard) }
        return memory.dialect
    }

    /// An hour read back from storage.
    init(
        hour: Instant, frames: Int, minutePeriods: Int, minuteStep: Int?, hasHourValue: Bool, resent: Int,
        lowered: Int, rewriting: Rewriting?, drift: Int64?, lastReceivedAt: Instant?, dialect: String?
    ) {
        self.hour = hour
        self.frames = frames
        self.minutePeriods = minutePeriods
        self.minuteStep = minuteStep
        self.hasHourValue = hasHourValue
        self.resent = resent
        self.lowered = lowered
        self.rewriting = rewriting
        self.drift = drift
        self.lastReceivedAt = lastReceivedAt
        self.dialect = dialect
    }

    /// The middle value; of an even number the lower one of the middle two. One late frame does not move it.
    static func median(_ values: [Int64]) -> Int64? {
        values.isEmpty ? nil : values.sorted()[(values.count - 1) / 2]
    }
}
