import Kernel

/// What a directive says. Its canonical bytes are stored when it is issued and never change.
struct DirectiveDocument: Codable, Sendable, Equatable {
    let kind: DirectiveKind
    let year: Int
    let number: Int
    let title: String
    /// The policy and the task that a notice is about; nil for the whole of a unit's work, and in minutes.
    let policy: PolicyCode?
    let task: Int?
    /// The term of a notice in working days; nil in minutes.
    let termWorkingDays: Int?
    /// When the group met; nil in a notice.
    let heldOn: CivilDate?
    /// Who took part, as written; nil in a notice.
    let participants: String?
    let items: [Item]
    /// Whether each item is a task of its own, with reports and a light; nil in notices, and in minutes from before
    /// decisions became tasks.
    var asTasks: Bool?

    /// A finding or a decision.
    struct Item: Codable, Sendable, Equatable {
        /// 1, 2, 3 … within the directive.
        let number: Int
        let unit: String
        let text: String
        /// The last day for it.
        let due: CivilDate
    }

    static let itemsMax = 20
    static let itemTextMax = 500
    static let titleMax = 120
    static let participantsMax = 500
    /// What the office may set as the term of a notice, in working days.
    static let termRange = 1...60

    /// Whether its items go on as tasks, and are not answered.
    var setsTasks: Bool { asTasks == true }

    var key: DirectiveKey { DirectiveKey(kind: kind, year: year, number: number) }

    /// The same words under another number: a document that was sent twice.
    func saysTheSame(as other: DirectiveDocument) -> Bool {
        (kind, title, policy, task, heldOn) == (other.kind, other.title, other.policy, other.task, other.heldOn)
            && items == other.items
    }
}
