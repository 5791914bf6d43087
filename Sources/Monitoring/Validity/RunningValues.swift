public import Kernel

/// What was measured in hours in which a plant is said to have stood.
public struct RunningValues: Sendable, Equatable {
    /// Between which bounds the means lay, in words.
    public let words: Phrase
    /// The part of it that shows the plant running, with the figure it is held against; nil when nothing does.
    public let running: Phrase?
}
