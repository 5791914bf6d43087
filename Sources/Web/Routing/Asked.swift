public import Kernel

/// What a person is asked before the act of a form that they filled in.
public struct Asked: Sendable {
    /// Whom or what it is about.
    public let subject: Phrase
    /// What follows of it, in whole sentences.
    public let consequence: Phrase

    /// A question.
    public init(subject: Phrase, consequence: Phrase) {
        self.subject = subject
        self.consequence = consequence
    }
}
