import Facts
import Kernel
import Persistence
import SQLitePersistence
import Testing

/// Whatever the rows and whoever asks: storage gives exactly what `Scope.allows` allows.
struct ScopeConditionTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `the condition keeps what the scope allows`(seed: UInt64) async throws {
        let stage = try await TrunkStage(
            withTrunk: false, ["CREATE TABLE item (number {integer}, region_code {text}, enterprise_id {text})"])
        var dice = StampDice(seed: seed)
        let subjects = (0..<120).map { _ in dice.subject() }
        let scopes = (0..<60).map { _ in dice.scope() }
        try await stage.database.write { access in
            for (number, subject) in subjects.enumerated() {
                try access.execute(
                    "INSERT INTO item VALUES (?1, ?2, ?3)",
                    [.int(number), .code(subject.region), .code(subject.enterprise)])
            }
        }
        try await stage.database.read { access in
            for (index, scope) in scopes.enumerated() {
                let condition = ScopeCondition(scope, first: 2, table: index.isMultiple(of: 2) ? "" : "item.")
                let found = try access.rows(
                    "SELECT number FROM item WHERE number >= ?1 AND (\(condition.sql)) ORDER BY number",
                    [.int(10)] + condition.arguments
                ).map { try $0.int("number") }
                let allowed = subjects.indices.filter {
                    $0 >= 10 && scope.allows(region: subjects[$0].region, enterprise: subjects[$0].enterprise)
                }
                #expect(found == allowed, "seed \(seed), scope \(scope)")
            }
        }
    }

    @Test(arguments: [4, 5] as [UInt64])
    func `journal, decisions and duties show what the scope allows`(seed: UInt64) async throws {
        let stage = try await TrunkStage()
        var dice = StampDice(seed: seed)
        let subjects = (0..<80).map { _ in dice.subject() }
        try await stage.append(subjects)
        let duties = (0..<40).map { number in
            Duty.example(number, due: Int64(dice.number(0..<9)), firm: dice.firm(), region: dice.region())
        }
        try await stage.database.write { access in for duty in duties { try DutyBook.assign(duty, in: access) } }
        let entries = try await stage.entries()
        let asked = (0..<40).map { _ in (scope: dice.scope(), firm: dice.firm(), limit: dice.number(1..<30)) }
        try await stage.database.read { access in
            for (scope, firm, limit) in asked {
                let seen = entries.filter { scope.allows(region: $0.subject.region, enterprise: $0.subject.enterprise) }
                let newest = try Journal.newest(
                    after: 20, kinds: ["other", StageNote.kind], scope: scope, limit: limit, in: access)
                #expect(newest == seen.reversed().filter { $0.sequence > 20 }.prefix(limit).map { $0 }, "seed \(seed)")
                let around = try Journal.timeline(of: "R1", scope: scope, limit: limit, in: access)
                #expect(around == seen.filter { $0.subject.reference == "R1" }.prefix(limit).map { $0 }, "seed \(seed)")
                let history = try Journal.timeline(of: firm, scope: scope, limit: limit, in: access)
                #expect(history == seen.reversed().filter { $0.subject.enterprise == firm }.prefix(limit).map { $0 })
                let open = try DutyBook.open(scope: scope, role: .branchOfficer, limit: limit, in: access)
                let expected = duties.filter {
                    $0.role == .branchOfficer && scope.allows(region: $0.region, enterprise: $0.enterprise)
                }
                #expect(open == Duty.byClock(expected).prefix(limit).map { $0 }, "seed \(seed), scope \(scope)")
            }
        }
    }
}

extension Duty {
    /// An invented duty; every third is the branch officer's.
    static func example(
        _ number: Int, due: Int64, firm: EnterpriseID = EnterpriseID(checked: "E01"),
        region: RegionCode = RegionCode(checked: "330602"), reference: String = "C01"
    ) -> Duty {
        Duty(
            id: DutyID(checked: "D\(number)"), kind: "stage.act", reference: reference,
            role: number.isMultiple(of: 3) ? .branchOfficer : .enterpriseManager, enterprise: firm, region: region,
            since: Instant(milliseconds: 0), due: Instant(milliseconds: due))
    }

    /// The most urgent first, then by identifier.
    static func byClock(_ duties: [Duty]) -> [Duty] { duties.sorted { ($0.due, $0.id) < ($1.due, $1.id) } }
}
