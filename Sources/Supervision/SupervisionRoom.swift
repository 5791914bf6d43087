import Facts
public import Kernel
public import Persistence

/// The closed loop (闭环): from an exceedance found to a case closed, every step a fact, every wait a duty.
public struct SupervisionRoom: Sendable {
    let database: any Database
    let surroundings: any CaseSurroundings
    let officers: any OfficerRegister
    let rules: ClosedLoopRules
    let desk: CaseDesk
    let clock: any WallClock
    let shelf: any EvidenceShelf

    /// A room over this database.
    ///
    /// - Parameter penalties: Where cases are handed over to; the handing over is a recorded fact when left out.
    /// - Parameter marks: Where steps mark hours; a stated condition is a recorded fact only when left out.
    public init(
        database: any Database, journal: Journal, surroundings: any CaseSurroundings, officers: any OfficerRegister,
        penalties: (any PenaltyDesk)? = nil, marks: (any CaseMarks)? = nil, shelf: any EvidenceShelf,
        rules: ClosedLoopRules,
        clock: any WallClock, entropy: any EntropySource
    ) {
        self.database = database
        self.surroundings = surroundings
        self.officers = officers
        self.rules = rules
        self.clock = clock
        self.shelf = shelf
        desk = CaseDesk(
            journal: journal, rules: rules, entropy: entropy, officers: officers,
            penalties: penalties ?? RecordedHandOver(journal: journal), marks: marks,
            surroundings: surroundings)
    }

    /// The room's tables.
    public static let schema = Schema(
        tables: [
            TableDeclaration("supervision_case", .register), TableDeclaration("supervision_episode", .register),
            TableDeclaration("supervision_step", .evidence), TableDeclaration("supervision_exemption", .evidence),
            TableDeclaration("supervision_evidence", .evidence), TableDeclaration("supervision_holiday", .register),
            TableDeclaration("supervision_record_answer", .evidence),
        ],
        migrations: [
            .supervision0001CreateCases, .supervision0002OpenBranches, .supervision0003KeepEvidence,
            .supervision0004WarnBeforeDue, .supervision0005OweDismissals,
            .supervision0006ReopenCases, .supervision0007OweDecisions, .supervision0010FileTwice,
            .supervision0008KeepMissedClocks,
            .supervision0011AnswerRecords, .supervision0012UpholdExceedances,
        ])

    /// What this room does when others publish facts.
    public var subscriber: any JournalSubscriber { ExceedanceSubscriber(desk: desk) }

    /// Notices clocks that ran out.
    public var watch: CaseWatch { CaseWatch(database: database, desk: desk, clock: clock) }

    /// The kinds of starting and stopping that a mark may claim.
    var markWindows: [CaseMarkWindow] { desk.marks?.windows ?? [] }

    var evidenceDesk: EvidenceDesk {
        EvidenceDesk(database: database, journal: desk.journal, shelf: shelf, rules: rules)
    }

    /// Whether each file of evidence is there; it reads every one of them.
    public var evidenceChecks: any SelfChecking { EvidenceChecks(shelf: shelf) }

    /// The invariants this room can examine.
    public static var checks: any SelfChecking { SupervisionChecks() }

    /// Takes a step of the loop by its name (`warn`, `answer`, …). Throws `CaseRefusal` when it may not be taken.
    public func take(
        _ action: CaseAction, on id: CaseID, seenStep: Int, form: [String: String], by actor: Actor, at now: Instant
    ) async throws {
        let desk = desk
        try await database.write { access in
            try desk.take(action, on: id, seenStep: seenStep, form: form, by: actor, at: now, in: access)
        }
    }

    /// Refuses what `take` would refuse; no step is taken.
    func rehearse(
        _ action: CaseAction, on id: CaseID, seenStep: Int, form: [String: String], by actor: Actor, at now: Instant
    ) async throws {
        let desk = desk
        try await database.rehearse { access in
            try desk.take(action, on: id, seenStep: seenStep, form: form, by: actor, at: now, in: access)
        }
    }
}
