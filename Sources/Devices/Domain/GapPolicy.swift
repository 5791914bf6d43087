import HJ212
import Kernel

/// How eagerly missing values are fetched again. All figures are design values.
enum GapPolicy {
    /// How often one gap is asked for before it is given up.
    static let triesMax = 3
    /// How long after a try the next one comes, in hours: 1, then 6.
    private static let pauseHours: [Int64] = [1, 6, 24]
    /// After so many history requests without any answer a device is not asked by the platform itself again.
    static let silentMax = 3
    /// New requests of one look at all devices.
    static let requestsPerLookMax = 20
    /// Gaps of one device and series that are looked at.
    static let spansPerLookMax = 10
    /// Stations read at once.
    static let stationsPerRead = 200

    /// What is looked after: hours first.
    static let series: [Series] = [
        Series(
            kind: .hourHistory, command: .hourValues, lookBackHours: 7 * 24, settleMinutes: 120, periodsMax: 24),
        Series(
            kind: .minuteHistory, command: .minuteValues, lookBackHours: 24, settleMinutes: 90, periodsMax: 36),
    ]

    /// Values of one command.
    struct Series: Sendable {
        let kind: RequestKind
        let command: Command
        /// How far back gaps are looked for.
        let lookBackHours: Int64
        /// How long after its start a period may take to come by itself.
        let settleMinutes: Int64
        /// Periods that one request asks for.
        let periodsMax: Int

        /// The length of a period: an hour, or the minute interval that the stored data times show (the smallest
        /// distance that HJ 212 allows; ten minutes while there are too few to tell).
        func stepMinutes(in stored: [Instant]) -> Int {
            guard command == .minuteValues else { return 60 }
            let minutes = Set(stored.map { $0.milliseconds / 60_000 }).sorted()
            let distances = zip(minutes, minutes.dropFirst()).map { Int($1 - $0) }
            let allowed = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30]
            return distances.min().flatMap { least in allowed.last { $0 <= least } } ?? 10
        }
    }

    /// Whether a gap may be asked for (or given up) now.
    static func isDue(tries: Int, triedAt: Instant?, now: Instant) -> Bool {
        guard tries > 0, let triedAt else { return true }
        return now >= triedAt.adding(hours: pauseHours[min(tries, pauseHours.count) - 1])
    }
}
