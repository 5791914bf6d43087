import Facts
import Kernel
import TestMaterial
import Testing
import Web

@testable import Supervision

struct CaseStatisticsTests {
    /// Cases whose first step came after these minutes.
    private func statistics(_ minutes: [Int64]) throws -> CaseStatistics {
        var statistics = CaseStatistics()
        for wait in minutes {
            let step = Step(
                number: 1, action: .warn, from: .found, to: .warned, actor: PersonID(checked: "P1"), actorName: "x",
                role: .cityOfficer, at: CaseExample.opened.adding(minutes: wait), form: [:],
                due: CaseExample.opened.adding(minutes: wait + 120))
            let base = CaseExample.subject(at: .found)
            statistics.count(
                SupervisionCase(
                    id: base.id, number: 1, year: 2026, outlet: base.outlet, enterprise: base.enterprise,
                    region: base.region, episodes: base.episodes, occurrence: 1, openedAt: base.openedAt,
                    state: .warned, due: step.due, isOvertime: false, raises: 0, cityCloses: false, mergedInto: nil,
                    steps: [step]), at: CaseExample.opened.adding(minutes: 100),
                rules: try CaseExample.rules())
        }
        return statistics
    }

    @Test(
        arguments: [
            ([5], 5, 5), ([1, 9], 1, 9), ([1, 2, 3], 2, 3), (Array(1...10), 5, 9), (Array(1...20), 10, 18),
            (Array(1...11), 6, 10),
        ] as [([Int64], Int64, Int64)])
    func `median and ninetieth percentile are times that occurred`(minutes: [Int64], median: Int64, p90: Int64) throws {
        let wait = try #require(try statistics(minutes.reversed()).stateWaits.first)
        #expect(wait.state == .found && wait.count == minutes.count)
        #expect(wait.late == minutes.filter { $0 > 15 }.count)
        #expect(wait.median_min == median && wait.p90_min == p90)
    }

    @Test func `false warnings are counted in closed cases only`() throws {
        let rules = try CaseExample.rules()
        var statistics = CaseStatistics()
        for state in [CaseState.closed, .closed, .cleared, .found] {
            statistics.count(CaseExample.subject(at: state), at: CaseExample.opened, rules: rules)
        }
        let dismissed = CaseExample.step(.dismiss, from: .found, to: .closed, number: 1)
        let base = CaseExample.subject(at: .found)
        statistics.count(
            SupervisionCase(
                id: base.id, number: 1, year: 2026, outlet: base.outlet, enterprise: base.enterprise,
                region: base.region, episodes: base.episodes, occurrence: 1, openedAt: base.openedAt, state: .closed,
                due: nil, isOvertime: false, raises: 0, cityCloses: false, mergedInto: nil, steps: [dismissed]),
            at: CaseExample.opened, rules: rules)
        #expect(statistics.total == 5 && statistics.ended == 3)
        #expect(statistics.falseWarnings == 1 && statistics.falseShare_permille == 333)
        #expect(statistics.branches == [.exceedance: 2, .withdrawn: 1])
        #expect(statistics.offenders.map(\.cases) == [5])
        #expect(statistics.byBranch.map(\.open) == [2] && statistics.byBranch.map(\.cases) == [5])
    }

    @Test func `the page has all its words in both languages, and its table is safe in a spreadsheet`() throws {
        var walk = try TemplateWalk(StatisticsPage.template)
        for (figures, isRefused) in [(CaseStatistics(), true), (try statistics([5, 6]), false)] {
            for language in Language.allCases {
                let page = StatisticsPage(
                    statistics: figures, from: CivilDate(dayNumber: 20_780), to: CivilDate(dayNumber: 20_790),
                    places: [OutletID(checked: "O1"): .example], regions: [:], isPeriodRefused: isRefused)
                try walk.walk(page.view(language))
                #expect(page.tables(language).count == 4 && page.content.cases == figures.total)
                #expect(page.fileName(language).contains("2026-11-23"))
            }
        }
        #expect(walk.problems == [] && walk.unvisited == [])
    }
}
