public import Kernel

/// The office began a report on how environment and economy stand, or wrote its text parts anew.
public struct AnalysisWritten: Fact {
    public static let kind = "governance.analysis-written"
    /// `2026-Q3` for a quarter, `2026` for a year, `2026-330602` for that of a district.
    public let period: String
    /// Each text part by its code; a part that nobody wrote yet is missing.
    public let texts: [String: String]

    /// What stands in a draft from now on.
    public init(period: String, texts: [String: String]) {
        self.period = period
        self.texts = texts
    }
}

/// The office issued such a report: it stands from now on.
public struct AnalysisIssued: Fact {
    public static let kind = "governance.analysis-issued"
    /// `2026-Q3` for a quarter, `2026` for a year, `2026-330602` for that of a district.
    public let period: String
    /// The closed months whose figures it tells.
    public let months: [String]
    /// SHA-256 of the stored report in canonical form.
    public let sha256: Digest256

    /// A report that was issued.
    public init(period: String, months: [String], sha256: Digest256) {
        self.period = period
        self.months = months
        self.sha256 = sha256
    }
}
