/// A unit applied for money of a fund.
public struct FundAppliedFor: Fact {
    public static let kind = "governance.fund-applied-for"
    /// The fund.
    public let fund: Int
    /// 1, 2, 3 … within the fund.
    public let application: Int
    /// The unit that applies, as the policy writes it.
    public let unit: String
    /// What it is for: `project`, `task`, `enterprise` or `other`.
    public let target: String
    /// The number of the project or task, or the name of the enterprise.
    public let targetName: String
    /// In fen.
    public let amountFen: Int64
    /// What would be done with it.
    public let what: String

    /// An application.
    public init(
        fund: Int, application: Int, unit: String, target: String, targetName: String, amountFen: Int64, what: String
    ) {
        self.fund = fund
        self.application = application
        self.unit = unit
        self.target = target
        self.targetName = targetName
        self.amountFen = amountFen
        self.what = what
    }
}
