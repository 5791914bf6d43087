/// A fund is kept from now on.
public struct FundOpened: Fact {
    public static let kind = "governance.fund-opened"
    /// 1, 2, 3 … of the city.
    public let fund: Int
    /// The policy whose units, projects and tasks it names.
    public let policy: String
    /// What it is called.
    public let name: String
    /// The unit that keeps it, as the policy writes it.
    public let unit: String
    /// What it is for.
    public let purpose: String
    /// The task of the policy that asks for it.
    public let task: Int?

    /// A fund.
    public init(fund: Int, policy: String, name: String, unit: String, purpose: String, task: Int?) {
        self.fund = fund
        self.policy = policy
        self.name = name
        self.unit = unit
        self.purpose = purpose
        self.task = task
    }
}
