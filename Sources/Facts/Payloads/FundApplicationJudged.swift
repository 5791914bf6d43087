/// The office reviewed an application for money of a fund.
public struct FundApplicationJudged: Fact {
    public static let kind = "governance.fund-application-judged"
    /// The fund.
    public let fund: Int
    /// The application, within the fund.
    public let application: Int
    /// `accepted` or `returned`.
    public let verdict: String
    /// Why.
    public let note: String

    /// A review.
    public init(fund: Int, application: Int, verdict: String, note: String) {
        self.fund = fund
        self.application = application
        self.verdict = verdict
        self.note = note
    }
}
