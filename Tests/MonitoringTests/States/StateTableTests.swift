import Facts
import HJ212
import Kernel
import Standards
import TestMaterial
import Testing

@testable import Monitoring

/// The tables of the method page are the tables of the code.
struct StateTableTests {
    static let method = "docs/method/state-episodes.md"

    private func expectPrinted(_ rows: [[String]], under heading: String) throws {
        let printed = try RepositoryFile.table(heading, in: Self.method)
        #expect(
            printed == rows, "write: \(rows.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n"))")
    }

    @Test func `the table of kinds is the table of the method`() throws {
        let rows = StateTable.lines.map { line in
            var marks = DataMark.known.filter { line.meanings.contains($0.meaning) }.map(\.text)
                .filter { !"0123".contains($0) }
            if line.begins == .markOrLongCalibration { marks.append("C") }
            let name = StateWords.name(of: line.kind)
            return [
                line.kind.rawValue, name.zh, name.en, Set(marks).sorted().joined(separator: " ").ifEmpty("–"),
                line.begins.rawValue, line.ends.rawValue, line.asks.rawValue, line.first.rawValue,
                line.kind.rule.code, line.kind.rule.certainty.rawValue,
            ]
        }
        try expectPrinted(
            rows,
            under:
                "| kind | 中文 | English | marks | begins with | ends with | asked | first stage | rule | certainty |")
        #expect(StateTable.lines.map(\.kind) == StateKind.allCases)
    }

    @Test func `the table of stages is the table of the method`() throws {
        let rules = try StatePattern.rules()
        let rows = StateCourse.stands.map { stand in
            let clock = rules.clocks[stand.duty]
            return [
                stand.stage.rawValue, stand.duty.rawValue, stand.duty.role.rawValue,
                clock.map { "\($0.term.amount) \($0.term.unit.rawValue)" } ?? "", clock?.certainty.rawValue ?? "",
                stand.overtime?.rawValue ?? "the missed duty stays",
            ]
        }
        try expectPrinted(rows, under: "| stage | duty | whose | within | certainty | when the clock runs out |")
        #expect(rules.clocks.count == StateCourse.stands.count)
    }

    @Test func `the table of steps is the table of the method`() throws {
        let rows = StateCourse.passages.map { passage in
            [
                passage.from.rawValue, passage.action.rawValue, passage.passed.map(String.init) ?? "–",
                passage.to?.rawValue ?? "repair or explain", passage.action.role.rawValue,
            ]
        }
        try expectPrinted(rows, under: "| from | action | passed | to | whose |")
    }

    @Test func `the table of figures is the table of the method`() throws {
        let figures = try StatePattern.rules().figures
        let rows = [
            ("gapHoursMax", figures.gapHoursMax), ("latenessMinutesMax", figures.latenessMinutesMax),
            ("calibrationHoursMax", figures.calibrationHoursMax), ("stopHoursMin", figures.stopHoursMin),
            ("maintenanceHoursMax", figures.maintenanceHoursMax),
            ("handSetHoursMin", try #require(figures.handSetHoursMin)),
        ].map { [$0.0, "\($0.1.value)", $0.1.certainty.rawValue] }
        try expectPrinted(rows, under: "| figure | value | certainty |")
    }

    /// Every stage × action × role × outcome: only the passages of the table are taken, and by their owners.
    @Test func `every cell of the course is a passage or a refusal`() throws {
        let now = HourPattern.hour(40)
        for stage in StateStage.allCases {
            for action in StateAction.allCases {
                for role in Role.allCases {
                    for passed in ["true", "false"] {
                        let episode = StateExample.episode(.stopped, stage: stage)
                        let actor = Actor(
                            person: PersonID(checked: "P1"), name: "示例", role: role, scope: .city)
                        let step = try? StateCourse.take(
                            action, on: episode, seenStep: 0,
                            form: StateExample.fault.merging(["passed": passed]) { $1 },
                            by: actor, at: now)
                        let passage = StateCourse.passages.first {
                            $0.from == stage && $0.action == action
                                && ($0.passed == nil || $0.passed == (passed == "true"))
                        }
                        let may =
                            role == action.role || (role == .cityOfficer && action.role == .branchOfficer)
                        #expect((step != nil) == (passage != nil && may), "\(stage) \(action) \(role) \(passed)")
                        if let step, let passage { #expect(step.to == passage.to ?? .explain) }
                    }
                }
            }
        }
    }

    @Test func `a repair is not confirmed while the state goes on`() {
        let officer = Actor(person: PersonID(checked: "P1"), name: "示例", role: .branchOfficer, scope: .city)
        for (ended, refusal) in [(false, StateRefusal.goesOn), (true, nil)] {
            let episode = StateExample.episode(.invalid, stage: .confirm, ended: ended)
            #expect(StateExample.refusal(of: .confirm, on: episode, by: officer, ["passed": "true"]) == refusal)
        }
    }

    @Test func `refusals are looked for in their order`() {
        let manager = Actor(person: PersonID(checked: "P1"), name: "示例", role: .enterpriseManager, scope: .city)
        let episode = StateExample.episode(.invalid, stage: .report)
        let form = ["broke_on": "2099-01-01"]
        #expect(StateExample.refusal(of: .look, on: episode, by: manager, [:]) == .wrongRole(needed: .branchOfficer))
        #expect(StateExample.refusal(of: .reportFault, on: episode, by: manager, form, seen: 3) == .overtaken)
        #expect(StateExample.refusal(of: .explain, on: episode, by: manager, [:]) == .wrongStage(.explain))
        #expect(StateExample.refusal(of: .tellStop, on: episode, by: manager, [:]) == .wrongStage(.tellStop))
        #expect(
            StateExample.refusal(of: .reportFault, on: episode, by: manager, form) == .dayNotYet(field: "broke_on"))
        let fault = StateExample.fault
        #expect(StateExample.refusal(of: .reportFault, on: episode, by: manager, fault) == nil)
        for (field, text) in [
            ("substitute", "每日人工监测"), ("substitute_by", "待定"), ("substitute_on", ""), ("substitute_on", "2026-11-22"),
        ] {
            let lacking = fault.merging([field: text]) { $1 }
            #expect(
                StateExample.refusal(of: .reportFault, on: episode, by: manager, lacking) == .noSubstitute(field: field)
            )
        }
    }
}

extension String {
    fileprivate func ifEmpty(_ other: String) -> String { isEmpty ? other : self }
}

/// A state episode for tests.
enum StateExample {
    /// A fault that is reported as it must be.
    static let fault = [
        "broke_on": "2026-11-23", "fault": "示例", "substitute": "manual", "substitute_by": "示例检测公司",
        "substitute_on": "2026-11-23",
    ]

    static func episode(
        _ kind: StateKind, stage: StateStage, ended: Bool = false, steps: [StateStep] = []
    ) -> StateEpisode {
        let due = StateCourse.stand(of: stage) == nil ? nil : HourPattern.hour(60)
        return StateEpisode(
            id: StateEpisodeID(checked: "ST1"), kind: kind, outlet: OutletID(checked: "O1"),
            extent: StateExtent(
                state: kind.rawValue, firstHour: HourPattern.hour(3), lastHour: HourPattern.hour(30), hours: 28,
                factors: [.sulphurDioxide], ended: ended, asks: true,
                quarterHours: kind == .maintenance ? 31 : nil),
            decision: DecisionID(checked: "D1"), foundAt: HourPattern.hour(33), stage: stage,
            since: due.map { _ in HourPattern.hour(33) }, due: due, escalatedAt: stage == .look ? due : nil,
            mergedInto: nil, enterprise: EnterpriseID(checked: "E1"), region: RegionCode(checked: "330602"),
            steps: steps)
    }

    static func refusal(
        of action: StateAction, on episode: StateEpisode, by actor: Actor, _ form: [String: String], seen: Int = 0
    ) -> StateRefusal? {
        do throws(StateRefusal) {
            _ = try StateCourse.take(
                action, on: episode, seenStep: seen, form: form, by: actor, at: HourPattern.hour(40))
            return nil
        } catch { return error }
    }
}
