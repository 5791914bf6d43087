public import Kernel

/// A mark of the enterprise as a step of a case names it.
public struct StatedMark: Sendable, Equatable {
    /// Its number.
    public let number: Int64
    /// Start of its first hour.
    public let first: Instant
    /// Start of its last hour.
    public let last: Instant
    /// What it says.
    public let meaning: Phrase
    /// Why, in the words of who stated it.
    public let reason: String
    /// The name of whoever stated it.
    public let name: String
    /// When it was stated.
    public let at: Instant
    /// Of a standstill what was measured meanwhile, for whoever looks at it; it is not kept with a step.
    public let measured: Phrase?
    /// Of a standstill what of it shows the plant running; it is kept with a step. Nil when nothing does.
    public let running: Phrase?

    /// A mark of the enterprise.
    public init(
        number: Int64, first: Instant, last: Instant, meaning: Phrase, reason: String, name: String, at: Instant,
        measured: Phrase? = nil, running: Phrase? = nil
    ) {
        self.measured = measured
        self.running = running
        self.number = number
        self.first = first
        self.last = last
        self.meaning = meaning
        self.reason = reason
        self.name = name
        self.at = at
    }
}
