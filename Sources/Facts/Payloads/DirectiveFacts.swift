public import Kernel

/// The office sent an inspection notice (督查通知), or issued minutes of the leading group (会议纪要) whose decisions
/// are to be carried out.
public struct DirectiveIssued: Fact {
    public static let kind = "governance.directive-issued"
    /// `I-2026-1` for a notice, `M-2026-1` for minutes.
    public let directive: String
    /// What it is called.
    public let title: String
    /// The units that have to answer, one for each item in its order.
    public let units: [String]
    /// SHA-256 of the stored document in canonical form.
    public let sha256: Digest256

    /// A document that was issued.
    public init(directive: String, title: String, units: [String], sha256: Digest256) {
        self.directive = directive
        self.title = title
        self.units = units
        self.sha256 = sha256
    }
}

/// A unit told how it corrected a finding, or carried out a decision.
public struct DirectiveAnswered: Fact {
    public static let kind = "governance.directive-answered"
    /// The document.
    public let directive: String
    /// 1, 2, 3 … within it.
    public let item: Int
    /// 1 for the first answer, one more after each that was returned.
    public let attempt: Int
    /// The unit.
    public let unit: String
    /// What it says.
    public let text: String
    /// A fact of the journal that shows it; nil for none.
    public let evidence: Int64?

    /// An answer.
    public init(directive: String, item: Int, attempt: Int, unit: String, text: String, evidence: Int64?) {
        self.directive = directive
        self.item = item
        self.attempt = attempt
        self.unit = unit
        self.text = text
        self.evidence = evidence
    }
}

/// The office accepted an answer or returned it.
public struct DirectiveJudged: Fact {
    public static let kind = "governance.directive-judged"
    /// The document.
    public let directive: String
    /// The item within it.
    public let item: Int
    /// Which answer.
    public let attempt: Int
    /// `accepted` or `returned`.
    public let verdict: String
    /// Why.
    public let note: String
    /// Until when a returned item is to be answered again; nil for an accepted one.
    public let again: CivilDate?

    /// The office's word.
    public init(directive: String, item: Int, attempt: Int, verdict: String, note: String, again: CivilDate?) {
        self.directive = directive
        self.item = item
        self.attempt = attempt
        self.verdict = verdict
        self.note = note
        self.again = again
    }
}
