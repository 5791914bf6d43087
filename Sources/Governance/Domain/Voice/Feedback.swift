import Kernel

/// How somebody, who is not known, finds a service of the platform.
struct Feedback: Sendable, Equatable {
    let number: Int
    let service: String
    /// One to five by dimension.
    let stars: [String: Int]
    /// What they wrote; nil when they gave stars alone.
    let text: String?
    /// By which whoever wrote it finds the answer.
    let receipt: String
    let receivedAt: Instant
    /// The number of its fact in the journal.
    let fact: Int64
    var settled: Settled?

    /// What the office said to it.
    struct Settled: Sendable, Equatable {
        let outcome: Outcome
        let answer: String
        /// As the journal names who said it.
        let author: String
        let settledAt: Instant
    }

    /// How the office ends what somebody wrote.
    enum Outcome: String, Sendable, CaseIterable {
        case answered
        /// It needs no answer, for the reason given.
        case closed
    }

    /// Where it stands.
    enum State: String, Sendable, CaseIterable {
        /// Stars alone: counted, and nothing to answer.
        case counted
        /// The office has still to answer.
        case open
        case answered
        case closed
    }

    var state: State {
        switch settled?.outcome {
        case .answered: .answered
        case .closed: .closed
        case nil: text == nil ? .counted : .open
        }
    }

    static let textMax = 500
    static let answerMax = 500
    static let starsRange = 1...5
    /// How many hexadecimal digits a receipt has: 64 bits that nobody guesses.
    static let receiptDigits = 16

    /// What duties about it refer to.
    var reference: String { Self.reference(number) }
    static func reference(_ number: Int) -> String { referencePrefix + "\(number)" }
    static let referencePrefix = "VOICE."

    /// The number that a reference names; nil for another reference.
    static func number(in reference: String) -> Int? {
        reference.hasPrefix(referencePrefix) ? Int(reference.dropFirst(referencePrefix.count)) : nil
    }
}
