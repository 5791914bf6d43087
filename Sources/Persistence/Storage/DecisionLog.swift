public import Facts
public import Kernel

/// The decisions of all contexts, written with the facts they cause and replayed by `verify`.
public struct DecisionLog: Sendable {
    private let journal: Journal
    private let clock: any WallClock
    private let entropy: any EntropySource

    /// A log that takes times and identifiers from these, and has its decisions committed to by the journal.
    public init(journal: Journal, clock: any WallClock, entropy: any EntropySource) {
        self.journal = journal
        self.clock = clock
        self.entropy = entropy
    }

    /// Decides by a rule and stores the decision with all it read. A decision about the city as a whole, without an
    /// enterprise and a region, is seen by whoever sees the whole city. Without a moment it is decided now.
    public func decide<R: DecisionRule>(
        by rule: R.Type, on input: R.Input, about reference: String, enterprise: EnterpriseID?, region: RegionCode?,
        at moment: Instant? = nil, in access: any WriteAccess
    ) throws -> (id: DecisionID, outcome: R.Outcome) {
        let ruling = R.decide(input)
        let recorded = try RecordedRuling(ruling)
        let decision = Decision(
            id: DecisionID(checked: "D" + entropy.bytes(10).hex), ruleCode: R.descriptor.code,
            ruleVersion: R.descriptor.version, reference: reference, decidedAt: moment ?? clock.now(),
            input: try CanonicalJSON.bytes(of: input), outcome: recorded.outcome, stepsJSON: recorded.steps)
        try Self.insert(decision, enterprise: enterprise, region: region, in: access)
        try journal.append(
            DecisionTaken(
                decision: decision.id, rule: decision.ruleCode, version: decision.ruleVersion,
                digest: decision.digest),
            about: FactSubject(enterprise: enterprise, region: region, reference: reference),
            by: .system("decision-log"), occurredAt: moment, in: access)
        return (decision.id, ruling.outcome)
    }

    private static func insert(
        _ decision: Decision, enterprise: EnterpriseID?, region: RegionCode?, in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO decision (decision_id, rule_code, rule_version, reference, enterprise_id, region_code,
              decided_at_ms, input, outcome, steps)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
            """,
            [
                .code(decision.id), .text(decision.ruleCode), .int(decision.ruleVersion), .text(decision.reference),
                .stamp(enterprise), .stamp(region), .instant(decision.decidedAt), .blob(decision.input),
                .blob(decision.outcome), .blob(decision.stepsJSON),
            ])
    }

    /// One decision, when the scope may see it.
    public static func decision(_ id: DecisionID, scope: Scope, in access: any ReadAccess) throws -> Decision? {
        let condition = ScopeCondition(scope, first: 2)
        return try access.row(
            "SELECT \(columns) FROM decision WHERE decision_id = ?1 AND (\(condition.sql))",
            [.code(id)] + condition.arguments
        ).map(decision)
    }

    /// Every decision, one at a time.
    public static func forEachDecision(_ access: any ReadAccess, _ body: (Decision) throws -> Void) throws {
        try access.forEachRow("SELECT \(columns) FROM decision ORDER BY decided_at_ms, decision_id", []) { row in
            try body(decision(row))
        }
    }

    private static let columns =
        "decision_id, rule_code, rule_version, reference, decided_at_ms, input, outcome, steps"

    private static func decision(_ row: Row) throws -> Decision {
        Decision(
            id: try row.code("decision_id"), ruleCode: try row.text("rule_code"),
            ruleVersion: try row.int("rule_version"), reference: try row.text("reference"),
            decidedAt: try row.instant("decided_at_ms"), input: try row.blob("input"),
            outcome: try row.blob("outcome"), stepsJSON: try row.blob("steps"))
    }
}
