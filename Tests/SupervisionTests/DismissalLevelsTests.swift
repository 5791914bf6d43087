import Facts
import Kernel
import Persistence
import Testing

@testable import Supervision

/// Whoever changed what an exceedance was judged by does not dismiss the case of it.
struct DismissalLevelsTests {
    private let id = CaseID(checked: "2026-0001")
    private let outlet = OutletID(checked: "O1")

    /// A case of two factors, of which the first went by a change, and then the second because values were sent again.
    private func stage(by cause: JudgingCause, _ change: some Fact, of person: String) async throws -> SupervisionStage
    {
        let stage = try await SupervisionStage()
        let first = SupervisionStage.found("EX1", at: outlet.text)
        let second = ExceedanceFound(
            episode: EpisodeID(checked: "EX2"), outlet: outlet, pollutant: PollutantCode(checked: "a21002"),
            extent: first.extent, decision: DecisionID(checked: "D1"))
        try await stage.tell(first)
        try await stage.tell(second)
        let subject = FactSubject(enterprise: nil, region: nil, reference: outlet.text)
        _ = try await stage.database.write { access in
            try stage.journal.append(
                change, about: subject, by: .person(PersonID(checked: person)), in: access)
        }
        for (episode, cause) in [(first.episode, cause), (second.episode, .value)] {
            try await stage.tell(
                ExceedanceWithdrawn(
                    episode: episode, decision: DecisionID(checked: "D2"), mergedInto: nil, cause: cause))
        }
        return stage
    }

    private func check(_ stage: SupervisionStage) async throws {
        let refusal = CaseRefusal.sameOfficer(byChange: true)
        await #expect(throws: refusal) {
            try await stage.take(.dismiss, on: id, by: CaseExample.actor(.cityOfficer, "P-CHANGE"))
        }
        try await stage.take(.dismiss, on: id, by: CaseExample.actor(.cityOfficer, "P-OTHER"))
        let told = try #require(try await stage.subject(id)?.steps.last?.form["cleared_by"])
        #expect(told.hasPrefix("二氧化硫不再成立，起因：") && told.hasSuffix("氮氧化物按补传或更正的数据不再成立"))
        #expect(try await stage.differences() == [])
    }

    @Test func `nobody dismisses a case by a limit that they changed`() async throws {
        try await check(
            stage(
                by: .limit,
                LimitEnded(number: 1, outlet: outlet, pollutant: .sulphurDioxide, lastDay: nil, reason: "示例"),
                of: "P-CHANGE"))
    }

    @Test func `nobody dismisses a case by an adoption that they ended`() async throws {
        try await check(
            stage(
                by: .adoption,
                RuleAdoptionEnded(
                    number: 1, rule: "MON-02", lastDay: CivilDate(dayNumber: 20_000), source: "示例"), of: "P-CHANGE"))
    }

    @Test func `a limit of a factor that did not go by it bars nobody`() async throws {
        let stage = try await stage(
            by: .value,
            LimitEnded(number: 1, outlet: outlet, pollutant: .sulphurDioxide, lastDay: nil, reason: "示例"),
            of: "P-CHANGE")
        try await stage.take(.dismiss, on: id, by: CaseExample.actor(.cityOfficer, "P-CHANGE"))
    }
}
