public import Kernel

/// Somebody, who is not known, said how they find a service of the platform. What they wrote lies outside the journal,
/// so that it can be taken away; the fact holds its digest.
public struct FeedbackReceived: Fact {
    public static let kind = "governance.feedback-received"
    /// 1, 2, 3 …
    public let number: Int
    /// The service, as `share/policy/surveys.json` names it.
    public let service: String
    /// One to five stars by dimension.
    public let stars: [String: Int]
    /// SHA-256 of what they wrote; nil when they wrote nothing.
    public let textSHA256: Digest256?

    /// Feedback that came in.
    public init(number: Int, service: String, stars: [String: Int], textSHA256: Digest256?) {
        self.number = number
        self.service = service
        self.stars = stars
        self.textSHA256 = textSHA256
    }
}

/// The office answered what somebody wrote, or closed it with its reason.
public struct FeedbackSettled: Fact {
    public static let kind = "governance.feedback-settled"
    /// Its number.
    public let number: Int
    /// `answered` or `closed`.
    public let outcome: String
    /// What the office says to it; whoever holds the receipt reads it.
    public let answer: String

    /// Feedback that was answered or closed.
    public init(number: Int, outcome: String, answer: String) {
        self.number = number
        self.outcome = outcome
        self.answer = answer
    }
}
