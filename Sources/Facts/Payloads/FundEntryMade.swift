public import Kernel

/// An entry was made in a fund's book; it never changes.
public struct FundEntryMade: Fact {
    public static let kind = "governance.fund-entry-made"
    /// The fund.
    public let fund: Int
    /// 1, 2, 3 … within the fund.
    public let entry: Int
    /// `budget`, `allocation`, `use` or `counter`.
    public let sort: String
    /// The year of the budget that it counts in.
    public let year: Int
    /// In fen; below zero for a counter entry.
    public let amountFen: Int64
    /// The entry it belongs to: the allocation of a use, or what a counter entry takes back.
    public let belongsTo: Int?
    /// What an allocation is for: `project`, `task`, `enterprise` or `other`.
    public let target: String?
    /// The number of the project or task, or the name of the enterprise.
    public let targetName: String?
    /// What it was for; of a counter entry, the reason.
    public let what: String
    /// The number of the document.
    public let document: String
    /// When.
    public let day: CivilDate
    /// The application that an allocation follows; nil for one that none was made for.
    public let application: Int?

    /// An entry.
    public init(
        fund: Int, entry: Int, sort: String, year: Int, amountFen: Int64, belongsTo: Int?, target: String?,
        targetName: String?, what: String, document: String, day: CivilDate, application: Int? = nil
    ) {
        self.fund = fund
        self.entry = entry
        self.sort = sort
        self.year = year
        self.amountFen = amountFen
        self.belongsTo = belongsTo
        self.target = target
        self.targetName = targetName
        self.what = what
        self.document = document
        self.day = day
        self.application = application
    }
}
