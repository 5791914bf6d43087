import Facts
import Kernel
import TestMaterial
import Testing
import Web

@testable import Monitoring

struct StatePagesTests {
    private static let outlet = OutletSummary(
        outlet: OutletID(checked: "O1"), title: "DA001 示例排放口", enterprise: EnterpriseID(checked: "E1"),
        enterpriseName: "示例热电有限公司", region: RegionCode(checked: "330602"),
        regionName: Phrase("越城区", "Yuecheng District"), device: DeviceNumber(checked: "M1"))

    private static func step(_ action: StateAction) -> StateStep {
        StateStep(
            number: 1, action: action, from: .look, to: .look, form: ["explanation": "示例"], role: .enterpriseManager,
            person: PersonID(checked: "P1"), personName: "示例", at: HourPattern.hour(34))
    }

    private static func entry<F: Fact>(_ fact: F) throws -> JournalEntry {
        try JournalEntry(
            sequence: 1, factID: "f", kind: F.kind, subject: .city, author: .system("test"),
            occurredAt: HourPattern.hour(33), recordedAt: HourPattern.hour(33), commitment: Digest256(of: "c"),
            salt: nil,
            payload: CanonicalJSON.bytes(of: fact))
    }

    @Test func `the list has all its words, empty and full`() throws {
        var walk = try TemplateWalk(StateListPage.template)
        let lines = zip(StateKind.allCases, StateStage.allCases).map { kind, stage in
            StateListPage.Line(
                episode: StateExample.episode(kind, stage: stage, ended: kind == .noData), outlet: Self.outlet)
        }
        for language in Language.allCases {
            for (lines, next) in [(lines, "/states?behind=1"), ([], nil)] {
                let page = StateListPage(
                    lines: lines, counts: lines.isEmpty ? [] : [(.noData, Self.outlet.region, 2)],
                    regionName: { _ in Self.outlet.regionName },
                    filter: StateFilter(
                        kind: .noData, region: Self.outlet.region, enterprise: Self.outlet.enterprise,
                        outlet: Self.outlet.outlet), choosesRegion: true,
                    now: HourPattern.hour(70), next: next)
                try walk.walk(page.view(language))
            }
        }
        #expect(walk.problems == [])
        #expect(walk.unvisited == [])
    }

    @Test func `one episode has all its words at every stage`() throws {
        var walk = try TemplateWalk(StatePage.template)
        let rules = try StatePattern.rules()
        for role in [Role.enterpriseManager, .branchOfficer] {
            for stage in StateStage.allCases {
                let episode = StateExample.episode(.maintenance, stage: stage, steps: [Self.step(.explain)])
                let taken = StateStepTaken(
                    episode: episode.id, step: 1, action: "explain", from: "look", to: "look", form: [:])
                let page = StatePage(
                    episode: episode, outlet: Self.outlet,
                    hours: [
                        StatePage.Hour(
                            hour: HourPattern.hour(3),
                            cells: [
                                StatePage.Cell(
                                    pollutant: .sulphurDioxide, reading: HourPattern.reading(3, "20", mark: "M")),
                                StatePage.Cell(pollutant: .sulphurDioxide, reading: nil),
                            ])
                    ], steps: [Phrase("步骤", "step")], decidedAt: HourPattern.hour(33), replays: role == .branchOfficer,
                    course: [
                        try Self.entry(
                            StateCourseMoved(episode: episode.id, from: "quiet", to: "look", reason: "asks-now")),
                        try Self.entry(taken),
                    ], rules: rules,
                    actor: Actor(person: PersonID(checked: "P1"), name: "示例", role: role, scope: .city),
                    now: HourPattern.hour(40), refused: nil)
                for language in Language.allCases { try walk.walk(page.view(language)) }
            }
        }
        #expect(walk.problems == [])
        #expect(walk.unvisited.filter { !$0.contains("noHours") } == [])
    }

    @Test func `a receipt has all its words`() throws {
        var walk = try TemplateWalk(StateReceiptPage.template)
        let step = Self.step(.explain)
        let page = StateReceiptPage(
            episode: StateExample.episode(.stopped, stage: .confirm, steps: [step]), step: step, outlet: Self.outlet)
        for language in Language.allCases { try walk.walk(page.view(language)) }
        #expect(walk.problems == [])
        #expect(walk.unvisited == [])
        #expect(page.number == "ST1-1")
    }

    @Test(arguments: ["", "7", "x-ST1", "7-", "7- "])
    func `a place that no list gave is no place`(text: String) {
        #expect(StateFilter.Place(text) == nil)
    }
}
