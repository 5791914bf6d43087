public import Facts
public import Kernel

/// An hour or a day of which another value, or the same with another mark, was sent later.
public struct ReplacedMean: Sendable, Equatable {
    /// Start of the hour or the day.
    public let start: Instant
    /// What it is a mean of.
    public let period: MeanPeriod
    /// What was sent, in the order in which versions count: the last one stands. What only repeats the one before it
    /// is left out; two or more.
    public let versions: [SentMean]
    /// The newest sign of rewritten values (MON-26) whose hours it lies in; nil where none was seen.
    public let sign: SuspicionID?
}
