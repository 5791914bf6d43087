public import Facts
public import Kernel
public import Persistence

/// An open case as other rooms' lists show it.
public struct CaseSummary: Sendable, Equatable {
    /// The case.
    public let id: CaseID
    /// Where.
    public let outlet: OutletID
    /// Whose.
    public let enterprise: EnterpriseID
    /// How loudly it warns.
    public let level: WarningLevel
    /// Where it stands.
    public let state: Phrase
    /// When its clock runs out.
    public let due: Instant?
    /// Whether a clock of where it stands has run out, also when a further one runs for the level above.
    public let isOverdue: Bool
    /// The factor of its heaviest exceedance.
    public let pollutant: PollutantCode
    /// When it was opened.
    public let openedAt: Instant
    /// How many steps were taken.
    public let steps: Int
}

extension SupervisionRoom {
    /// The case that a duty of this room refers to.
    public static func caseID(ofDuty reference: String) -> CaseID? {
        RecordAnswer.place(reference)?.caseID ?? CaseID(reference)
    }

    /// Where a duty of this room is done.
    public static func dutyAddress(_ reference: String) -> String {
        RecordAnswer.place(reference).map { "/cases/\($0.caseID)/records/\($0.step)" } ?? "/cases/\(reference)"
    }

    /// The outlet of a case in sight, by what a duty about it refers to.
    public func outlet(of reference: String, scope: Scope, in access: any ReadAccess) throws -> OutletID? {
        try Self.caseID(ofDuty: reference).flatMap { try CaseStore.subject($0, scope: scope, in: access)?.outlet }
    }

    /// The article of law that is proposed for a case in sight; nil for none.
    public func proposedArticle(of id: CaseID, scope: Scope, in access: any ReadAccess) throws -> String? {
        guard let subject = try CaseStore.subject(id, scope: scope, in: access) else { return nil }
        let evidence = try surroundings.evidence(
            of: subject.gravest.episode, upheldAs: subject.gravest.upheld, scope: scope, in: access)
        return rules.proposedArticle(of: subject, limit: evidence?.ground)
    }

    /// Open cases in sight, the newest first.
    public func openCases(scope: Scope, limit: Int, in access: any ReadAccess) throws -> [CaseSummary] {
        try CaseStore.openSummaries(scope: scope, limit: limit, now: clock.now(), in: access)
    }
}
