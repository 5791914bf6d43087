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
                    state: .warned, due: step.due, isOvertime: false, request: nil, raises: 0, cityCloses: false,
                    mergedInto: nil, reopenedAt: nil,
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
                due: nil, isOvertime: false, request: nil, raises: 0, cityCloses: false, mergedInto: nil,
                reopenedAt: nil, steps: [dismissed]),
            at: CaseExample.opened, rules: rules)
        #expect(statistics.total == 5 && statistics.ended == 3)
        #expect(statistics.falseWarnings == 1 && statistics.falseShare_permille == 333)
        #expect(statistics.branches == [.exceedance: 2, .withdrawn: 1])
        // What was cleared as a condition, or dismissed, makes nobody an offender.
        #expect(statistics.offenders.map(\.cases) == [3])
        #expect(statistics.byBranch.map(\.open) == [2] && statistics.byBranch.map(\.cases) == [5])
    }

    /// Counted by hand, ten days after the cases were opened; times in minutes after the opening:
    ///
    ///     330602 O1  warned 5, answered 300 (late, due 125), accepted 330, checked 400: open, overdue since 4,000
    ///     330602 O1  warned 1, ordered 31, more time granted from 3,000 to 6,000, reported 4,031: open, in time
    ///     330602 O2  warned 20 (late, due 15), dismissed 50: closed, withdrawn
    ///     330603 O3  warned 1, answered 10, accepted 200 (late, due 70): open, handed up
    ///     330603 O3  merged
    @Test func `each figure is what a count by hand gives`() throws {
        var statistics = CaseStatistics()
        let now = CaseExample.opened.adding(hours: 240)
        for subject in Self.counted { statistics.count(subject, at: now, rules: try CaseExample.rules()) }
        let page = StatisticsPage(
            statistics: statistics, from: CivilDate(dayNumber: 20_780), to: CivilDate(dayNumber: 20_790), places: [:],
            regions: [:], isPeriodRefused: false
        ).content
        #expect(page.cases == 5 && page.closed == 1 && page.falseWarnings == 1 && page.falseShare_permille == 1_000)
        #expect(
            page.branches.map {
                [$0.cases, $0.open, $0.steps, $0.lateSteps, $0.ownLateSteps, $0.overdue, $0.closed, $0.falseWarnings]
            } == [[3, 2, 9, 2, 0, 1, 1, 1], [2, 1, 3, 1, 1, 1, 0, 0]])
        #expect(page.branches.map(\.region) == ["330602", "330603"])
        #expect(page.offenders.map { "\($0.outlet) \($0.cases)" } == ["O1 2"])
        #expect(
            page.waits.map { "\($0.state) \($0.count) \($0.median_min) \($0.p90_min) \($0.late)" } == [
                "found 4 1 20 1", "warned 4 30 295 1", "answered 2 30 190 1", "accepted 1 70 70 0",
                "ordered 1 4000 4000 0",
            ])
    }

    private static func step(
        _ action: CaseAction, _ from: CaseState, _ to: CaseState, at minutes: Int64, due: Int64?,
        _ form: [String: String] = [:]
    ) -> Step {
        Step(
            number: 1, action: action, from: from, to: to, actor: PersonID(checked: "P1"), actorName: "x",
            role: .cityOfficer, at: CaseExample.opened.adding(minutes: minutes), form: form,
            due: due.map { CaseExample.opened.adding(minutes: $0) })
    }

    private static func subject(
        _ region: String, _ outlet: String, _ state: CaseState, _ steps: [Step], due: Int64?, isOvertime: Bool = false,
        isWithdrawn: Bool = false
    ) -> SupervisionCase {
        let base = CaseExample.subject(at: .found)
        return SupervisionCase(
            id: base.id, number: 1, year: 2026, outlet: OutletID(checked: outlet), enterprise: base.enterprise,
            region: RegionCode(checked: region), episodes: [CaseExample.episode(isWithdrawn: isWithdrawn)],
            occurrence: 1, openedAt: base.openedAt, state: state,
            due: due.map { CaseExample.opened.adding(minutes: $0) }, isOvertime: isOvertime,
            request: nil, raises: 0, cityCloses: false,
            mergedInto: state == .merged ? CaseID(checked: "2026-0004") : nil, reopenedAt: nil,
            steps: steps)
    }

    private static let counted = [
        subject(
            "330602", "O1", .checked,
            [
                step(.warn, .found, .warned, at: 5, due: 125), step(.answer, .warned, .answered, at: 300, due: 360),
                step(.accept, .answered, .accepted, at: 330, due: 1_800),
                step(.check, .accepted, .checked, at: 400, due: 4_000),
            ], due: 4_000),
        subject(
            "330602", "O1", .reported,
            [
                step(.warn, .found, .warned, at: 1, due: 1_000), step(.answer, .warned, .ordered, at: 31, due: 3_000),
                step(.askTime, .ordered, .ordered, at: 1_000, due: 3_000),
                step(.decideTime, .ordered, .ordered, at: 1_200, due: 6_000, ["granted": "true"]),
                step(.report, .ordered, .reported, at: 4_031, due: 50_000),
            ], due: 50_000),
        subject(
            "330602", "O2", .closed,
            [
                step(.warn, .found, .warned, at: 20, due: 140), step(.dismiss, .warned, .closed, at: 50, due: nil),
            ], due: nil, isWithdrawn: true),
        subject(
            "330603", "O3", .accepted,
            [
                step(.warn, .found, .warned, at: 1, due: 121), step(.answer, .warned, .answered, at: 10, due: 70),
                step(.accept, .answered, .accepted, at: 200, due: 1_640),
            ], due: 90_000, isOvertime: true),
        subject("330603", "O3", .merged, [], due: nil),
    ]

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
