public import Kernel

/// What an enterprise marked of the hours that a case was told of.
public struct MarkedHours: Sendable, Equatable {
    /// The marks by which some of them may be out of judging, the first stated first.
    public let marks: [StatedMark]
    /// Until when the enterprise may still mark some of them, or take a mark back; nil when all marks are closed.
    public let openUntil: Instant?

    /// What an enterprise marked.
    public init(marks: [StatedMark] = [], openUntil: Instant? = nil) {
        self.marks = marks
        self.openUntil = openUntil
    }

    /// The marks of a standstill in which values show the plant running.
    var belied: [StatedMark] { marks.filter { $0.running != nil } }
}
