public import Kernel
import Standards

/// An hour of a case of which another value was sent later.
public struct ReplacedValue: Sendable, Equatable {
    /// The factor.
    public let pollutant: PollutantCode
    /// Start of the hour.
    public let hour: Instant
    /// What was sent before, in the unit of the limit.
    public let before: DecimalNumber
    /// The frame it came in.
    public let beforeFrame: Digest256
    /// What stands now.
    public let after: DecimalNumber
    /// The frame it came in.
    public let afterFrame: Digest256
    /// When that was received.
    public let receivedAt: Instant

    /// An hour of which another value was sent later.
    public init(
        pollutant: PollutantCode, hour: Instant, before: DecimalNumber, beforeFrame: Digest256, after: DecimalNumber,
        afterFrame: Digest256, receivedAt: Instant
    ) {
        self.pollutant = pollutant
        self.hour = hour
        self.before = before
        self.beforeFrame = beforeFrame
        self.after = after
        self.afterFrame = afterFrame
        self.receivedAt = receivedAt
    }

    /// The value before and the value now, with the moment, in words.
    var phrase: Phrase {
        let (from, at, name) = (hour.civil.minuteText, receivedAt.civil.minuteText, Pollutant(pollutant).name)
        return Phrase(
            "\(name.zh) \(from)：\(before) → \(after)（\(at) 收到）",
            "\(name.en) \(from): \(before) → \(after) (received at \(at))")
    }
}
