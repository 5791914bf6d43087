import Kernel

/// When a notice that was not taken is sent again: 5 seconds later, then twice as long each time, at most an hour.
/// Given up after 32 attempts, which is more than a day. Design values.
enum RetryPlan {
    static let attemptsMax = 32
    private static let (firstSeconds, longestSeconds): (Int64, Int64) = (5, 3_600)

    /// The next attempt after so many that failed; nil when it is given up.
    static func next(after attempts: Int, at now: Instant) -> Instant? {
        guard attempts < attemptsMax else { return nil }
        let doubled = attempts > 10 ? longestSeconds : firstSeconds << Int64(max(0, attempts - 1))
        return now.adding(seconds: min(doubled, longestSeconds))
    }
}
