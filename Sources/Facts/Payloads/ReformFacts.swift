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

    /// An entered document.
    public init(
        policy: String, reform: Int, document: Int, title: String, unit: String, due: CivilDate, reviewYears: Int
    ) {
        self.policy = policy
        self.reform = reform
        self.document = document
        self.title = title
        self.unit = unit
        self.due = due
        self.reviewYears = reviewYears
    }
}

/// A document of a reform came to a further stage.
public struct ReformDocumentAdvanced: Fact {
    public static let kind = "governance.reform-document-advanced"
    /// The policy.
    public let policy: String
    /// The number of its reform.
    public let reform: Int
    /// The document within the reform.
    public let document: Int
    /// 1, 2, 3 … within the document.
    public let step: Int
    /// `draft`, `opinion`, `legality`, `issued`, `filed`, `reviewed` or `repealed`.
    public let stage: String
    /// When.
    public let day: CivilDate
    /// Its number, or what shows it.
    public let note: String

    /// A stage that was reached.
    public init(policy: String, reform: Int, document: Int, step: Int, stage: String, day: CivilDate, note: String) {
        self.policy = policy
        self.reform = reform
        self.document = document
        self.step = step
        self.stage = stage
        self.day = day
        self.note = note
    }
}
