import Facts
import Kernel
import Persistence
import SQLitePersistence
import Testing

/// Doubles a number: a rule with something to read, an outcome and a step.
enum DoublingRule: DecisionRule {
    struct Input: Codable, Equatable { let number: Int64 }
    struct Outcome: Codable, Equatable { let double: Int64 }

    static let descriptor = RuleDescriptor(
        code: "TST-01", version: 3, title: Phrase("加倍", "double"), basis: Phrase("示例", "example"),
        validFrom: CivilDate(dayNumber: 0), validTo: nil, certainty: .designValue)

    static func decide(_ input: Input) -> Ruling<Outcome> {
        Ruling(outcome: Outcome(double: input.number * 2), steps: [Phrase("\(input.number) 加倍", "double it")])
    }
}

extension TrunkStage {
    /// A decision on a number, about a reference of the same name.
    func decide(_ number: Int64) async throws -> DecisionID {
        try await database.write { [decisions] access in
            try decisions.decide(
                by: DoublingRule.self, on: DoublingRule.Input(number: number), about: "R\(number)",
                enterprise: EnterpriseID(checked: "E01"), region: RegionCode(checked: "330602"), in: access
            ).id
        }
    }
}

struct DecisionLogTests {
    @Test func `a decision is kept with all it read, and replays to the same bytes`() async throws {
        let stage = try await TrunkStage()
        let id = try await stage.decide(21)
        let decision = try #require(
            try await stage.database.read { try DecisionLog.decision(id, scope: .city, in: $0) })
        #expect((decision.ruleCode, decision.ruleVersion, decision.reference) == ("TST-01", 3, "R21"))
        #expect(decision.decidedAt == stage.clock.now())
        #expect(decision.input == Array(#"{"number":21}"#.utf8))
        #expect(decision.outcome == Array(#"{"double":42}"#.utf8))
        #expect(try decision.steps() == [Phrase("21 加倍", "double it")])
        let ruling = try ReplayableRule(DoublingRule.self).ruling(on: decision.input)
        #expect((ruling.outcome, ruling.steps) == (decision.outcome, decision.stepsJSON))
    }

    @Test(
        arguments: [
            (.city, true), (.regions([RegionCode(checked: "330602")]), true),
            (.regions([RegionCode(checked: "330603")]), false), (.enterprise(EnterpriseID(checked: "E01")), true),
            (.enterprise(EnterpriseID(checked: "E02")), false), (.nothing, false),
        ] as [(Scope, Bool)])
    func `a decision is shown to those who may see it`(scope: Scope, isSeen: Bool) async throws {
        let stage = try await TrunkStage()
        let id = try await stage.decide(1)
        let found = try await stage.database.read { try DecisionLog.decision(id, scope: scope, in: $0) }
        #expect((found != nil) == isSeen)
    }
}
