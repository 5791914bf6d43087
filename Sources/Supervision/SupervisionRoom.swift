import Facts
public import Kernel
public import Persistence

/// The closed loop (闭环): from an exceedance found to a case closed, every step a fact, every wait a duty.
public struct SupervisionRoom: Sendable {
    let database: any Database
    let surroundings: any CaseSurroundings
    let rules: ClosedLoopRules
    let desk: CaseDesk

    /// A room over this database.
    public init(
        database: any Database, journal: Journal, surroundings: any CaseSurroundings, rules: ClosedLoopRules,
        entropy: any EntropySource
    ) {
        self.database = database
        self.surroundings = surroundings
        self.rules = rules
        desk = CaseDesk(journal: journal, rules: rules, entropy: entropy)
    }

    /// The room's tables.
    public static let schema = Schema(
        tables: [
            TableDeclaration("supervision_case", .register), TableDeclaration("supervision_step", .evidence),
        ],
        migrations: [.supervision0001CreateCases])

    /// What this room does when others publish facts.
    public var subscriber: any JournalSubscriber { ExceedanceSubscriber(desk: desk) }

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
}
