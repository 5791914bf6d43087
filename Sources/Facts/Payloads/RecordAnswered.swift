public import Kernel

/// The second officer of a check on site answered its record: confirmed it, objected to it, or somebody else noted that
/// the officer has left.
public struct RecordAnswered: Fact {
    public static let kind = "supervision.record-answered"
    /// The case.
    public let caseID: CaseID
    /// The step that made the record.
    public let step: Int
    /// The second officer whom the record names.
    public let officer: PersonID
    /// `confirmed`, `objected` or `left`.
    public let answer: String
    /// In the words of whoever answered; empty for a plain confirmation.
    public let words: String
    /// The digest of the name under which it was answered (`NameSeal`).
    public let signed: Digest256

    /// An answered record.
    public init(caseID: CaseID, step: Int, officer: PersonID, answer: String, words: String, signed: Digest256) {
        self.caseID = caseID
        self.step = step
        self.officer = officer
        self.answer = answer
        self.words = words
        self.signed = signed
    }
}
