public import Facts
public import Kernel

/// A mark of the enterprise that takes hours of a factor out of judging, with who stated it, when and why.
public struct CountingMark: Sendable, Equatable {
    /// Its number.
    public let number: Int64
    /// Start of its first hour.
    public let firstHour: Instant
    /// Start of its last hour.
    public let lastHour: Instant
    /// What it says.
    public let meaning: MarkMeaning
    /// Why, in the words of who stated it.
    public let reason: String
    /// The name of whoever stated it.
    public let name: String
    /// When it was stated.
    public let at: Instant
}
