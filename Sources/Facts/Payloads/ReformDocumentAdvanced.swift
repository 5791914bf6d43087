public import Kernel

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
    /// `draft`, `opinion`, `legality`, `issued`, `filed`, `reviewed`, `repealed` or `withdrawn`.
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
