public import Kernel

/// A document that a reform is to yield was entered in its register.
public struct ReformDocumentEntered: Fact {
    public static let kind = "governance.reform-document-entered"
    /// The policy.
    public let policy: String
    /// The number of its reform.
    public let reform: Int
    /// 1, 2, 3 … within the reform.
    public let document: Int
    /// What it is called.
    public let title: String
    /// The unit that drafts it.
    public let unit: String
    /// Until when it is to be issued.
    public let due: CivilDate
    /// After how many years in force it is reviewed.
    public let reviewYears: Int
    /// `system`, `scheme`, `list` or `measure`; nil for documents entered before sorts were told apart, which are
    /// systems.
    public let sort: String?
    /// The group of documents that it belongs to; nil for none.
    public let series: String?

    /// An entered document.
    public init(
        policy: String, reform: Int, document: Int, title: String, unit: String, due: CivilDate, reviewYears: Int,
        sort: String? = nil, series: String? = nil
    ) {
        self.policy = policy
        self.reform = reform
        self.document = document
        self.title = title
        self.unit = unit
        self.due = due
        self.reviewYears = reviewYears
        self.sort = sort
        self.series = series
    }
}
