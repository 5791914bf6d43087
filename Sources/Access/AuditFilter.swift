public import Kernel

/// What an auditor looks for; newest first.
public struct AuditFilter: Sendable, Equatable {
    /// Only of this person.
    public let person: PersonID?
    /// Only what begins with this: a path of the site, or a kind of fact.
    public let beginning: String?
    /// From this day on.
    public let from: CivilDate?
    /// Up to this day.
    public let until: CivilDate?
    /// Only before this number: the next page.
    public let before: Int64?
    /// At most so many.
    public let limit: Int

    /// What an auditor looks for.
    public init(
        person: PersonID? = nil, beginning: String? = nil, from: CivilDate? = nil, until: CivilDate? = nil,
        before: Int64? = nil, limit: Int
    ) {
        self.person = person
        self.beginning = beginning
        self.from = from
        self.until = until
        self.before = before
        self.limit = limit
    }
}
