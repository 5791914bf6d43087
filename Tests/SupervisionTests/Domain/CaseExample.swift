import Facts
import Kernel
import TestMaterial

@testable import Supervision

/// A case as it stands after the first steps of the line, one step a day from the day it was opened.
enum CaseExample {
    /// 10:00 of 2026-11-23, a Monday.
    static let opened = Instant(startOf: CivilDate(dayNumber: 20_780)).adding(hours: 10)
    static let states = CaseState.allCases
    /// Friday 2026-11-27 is off, Saturday 2026-11-28 is worked instead.
    static let calendar = WorkingDayCalendar(
        holidays: [CivilDate(dayNumber: 20_784)], makeUpWorkdays: [CivilDate(dayNumber: 20_785)])

    static func rules() throws -> ClosedLoopRules {
        let file = try RepositoryFile.text("share/rules/closed-loop.json")
        return try ClosedLoopRules(json: Array(file.utf8), calendar: calendar)
    }

    static func extent(hours: Int = 2, ended: Bool = true) -> ExceedanceExtent {
        ExceedanceExtent(
            firstHour: opened.adding(hours: -3), lastHour: opened.adding(hours: Int64(hours) - 4), hours: hours,
            peak: DecimalNumber(50), limit: DecimalNumber(35), multiple: DecimalNumber(1), level: .yellow, ended: ended)
    }

    static func subject(
        at state: CaseState, isWithdrawn: Bool = false, ended: Bool = true
    ) -> SupervisionCase {
        let taken = zip(CaseAction.allCases, zip(states, states.dropFirst())).prefix { $0.1.0 < state }
        return SupervisionCase(
            id: CaseID(checked: "2026-0001"), number: 1, year: 2026, episode: EpisodeID(checked: "EX1"),
            outlet: OutletID(checked: "O1"), enterprise: EnterpriseID(checked: "E1"),
            region: RegionCode(checked: "330602"), pollutant: .sulphurDioxide, extent: extent(ended: ended),
            isWithdrawn: isWithdrawn, openedAt: opened, state: state,
            due: state == .closed ? nil : opened.adding(hours: 300),
            steps: taken.enumerated().map { index, move in
                Step(
                    number: index + 1, action: move.0, from: move.1.0, to: move.1.1,
                    actor: PersonID(checked: "P-\(move.0.rawValue)"), actorName: "示例人员", role: .branchOfficer,
                    at: opened.adding(hours: 24 * Int64(index)), form: form(of: move.0), due: nil)
            })
    }

    /// A form that every bound allows on the day its step is taken in `subject`.
    static func form(of action: CaseAction) -> [String: String] {
        switch action {
        case .warn: ["note": "请核实"]
        case .answer: ["cause": "treatment", "explanation": "脱硫塔检修"]
        case .accept: [:]
        case .check: ["checked_on": "2026-11-23", "companion": "示例人员", "findings": "属实"]
        case .order: ["demands": "更换喷淋", "rectify_by": "2026-12-10"]
        case .report: ["measures": "已更换", "completed_on": "2026-11-28"]
        case .recheck: ["rechecked_on": "2026-11-29", "companion": "示例人员", "findings": "合格", "passed": "true"]
        case .close: ["opinion": "同意"]
        }
    }

    static func actor(_ role: Role, _ person: String = "P1", scope: Scope = .city) -> Actor {
        Actor(person: PersonID(checked: person), name: "示例人员 \(person)", role: role, scope: scope)
    }
}
