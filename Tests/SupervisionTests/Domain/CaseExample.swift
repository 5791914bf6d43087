import Facts
import Kernel
import Standards
import TestMaterial

@testable import Supervision

/// A case as it stands after a shortest way of steps, one step a day from the day it was opened.
enum CaseExample {
    /// 10:00 of 2026-11-23, a Monday.
    static let opened = Instant(startOf: CivilDate(dayNumber: 20_780)).adding(hours: 10)
    /// Friday 2026-11-27 is off, Saturday 2026-11-28 is worked instead.
    static let calendar = WorkingDayCalendar(
        holidays: [CivilDate(dayNumber: 20_784)], makeUpWorkdays: [CivilDate(dayNumber: 20_785)])

    /// Read once: some tests ask for them thousands of times.
    private static let read = Result {
        let file = try RepositoryFile.text("share/rules/closed-loop.json")
        return try ClosedLoopRules(json: Array(file.utf8), calendar: calendar, markHourMax: 12, laws: laws())
    }

    static func laws() throws -> LegalTimeline {
        try LegalTimeline(json: Array(try RepositoryFile.text("share/rules/legal-timeline.json").utf8))
    }

    /// On what an exceedance was found whose limit stands in such a text.
    static func limit(of kind: LimitSourceKind?) -> ExceedanceGround {
        ExceedanceGround(
            factor: Phrase("二氧化硫", "sulphur dioxide"), rule: "MON-02 v3", decision: DecisionID(checked: "D1"),
            limit: nil, limitSource: nil, limitKind: kind)
    }

    static func rules() throws -> ClosedLoopRules { try read.get() }

    static func extent(
        hours: Int = 2, ended: Bool = true, level: WarningLevel = .yellow, multiple: DecimalNumber = DecimalNumber(1),
        later: Int64 = 0
    ) -> ExceedanceExtent {
        let first = opened.adding(hours: later - 3)
        return ExceedanceExtent(
            firstHour: first, lastHour: first.adding(hours: Int64(hours) - 1), hours: hours,
            peak: DecimalNumber(50), limit: DecimalNumber(35), multiple: multiple, level: level, ended: ended)
    }

    static func episode(
        _ name: String = "EX1", hours: Int = 2, ended: Bool = true, level: WarningLevel = .yellow,
        isWithdrawn: Bool = false, mergedInto: String? = nil, isProvisional: Bool = false, isToxic: Bool = false,
        pollutant: PollutantCode = .sulphurDioxide, multiple: DecimalNumber = DecimalNumber(1),
        averaging: EpisodeTraits.Averaging = .hour
    ) -> CaseEpisode {
        CaseEpisode(
            episode: EpisodeID(checked: name), pollutant: pollutant,
            extent: extent(hours: hours, ended: ended, level: level, multiple: multiple), isWithdrawn: isWithdrawn,
            mergedInto: mergedInto.flatMap { EpisodeID($0) },
            traits: EpisodeTraits(averaging: averaging, isProvisional: isProvisional, isToxic: isToxic))
    }

    /// The shortest ways to every state: action and value of the deciding field.
    static func way(to state: CaseState) -> [(CaseAction, String?)] {
        let checked: [(CaseAction, String?)] = [(.warn, nil), (.answer, nil), (.accept, nil), (.check, nil)]
        func qualified(_ branch: CaseBranch) -> [(CaseAction, String?)] { checked + [(.qualify, branch.rawValue)] }
        let reported = qualified(.exceedance) + [(.order, nil), (.report, nil)]
        return switch state {
        case .found: []
        case .warned: Array(checked.prefix(1))
        case .answered: Array(checked.prefix(2))
        case .accepted: Array(checked.prefix(3))
        case .checked: checked
        case .confirmed: qualified(.exceedance)
        case .ordered: qualified(.exceedance) + [(.order, nil)]
        case .reported: reported
        case .failed: reported + [(.recheck, "false")]
        case .rechecked: reported + [(.recheck, "true")]
        case .faulty: qualified(.device)
        case .repairing: qualified(.device) + [(.reportFault, nil)]
        case .repaired: qualified(.device) + [(.reportFault, nil), (.repair, nil)]
        case .mismarked: qualified(.mark)
        case .remarked: qualified(.mark) + [(.correctMark, nil)]
        case .cleared: qualified(.condition)
        case .closed: reported + [(.recheck, "true"), (.close, nil)]
        case .merged: Array(checked.prefix(2))
        }
    }

    static func subject(
        at state: CaseState, episodes: [CaseEpisode] = [episode()], isOvertime: Bool = false, occurrence: Int = 1,
        request: ClosedLoop.RequestClock? = nil, raises: Int = 0, cityCloses: Bool = false, more: [Step] = [],
        due: Instant? = nil, reopenedAt: Instant? = nil, isServiceOwed: Bool = false
    ) -> SupervisionCase {
        var steps: [Step] = []
        var here = CaseState.found
        for (action, outcome) in way(to: state) {
            guard
                let passage = ClosedLoop.passages.first(where: {
                    $0.from == here && $0.action == action && (outcome == nil || $0.outcome == outcome)
                })
            else { preconditionFailure("the way to \(state) is no way at \(action)") }
            // Orders of earlier programs owe no service; an order that does says until when.
            let owed = action == .order && isServiceOwed ? [ClosedLoop.serveByField: "2026-12-01 00:00"] : [:]
            steps.append(
                step(action, from: here, to: passage.to, number: steps.count + 1, outcome: outcome, changing: owed))
            here = passage.to
        }
        let isEnd = [.closed, .merged].contains(state)
        return SupervisionCase(
            id: CaseID(checked: "2026-0001"), number: 1, year: 2026, outlet: OutletID(checked: "O1"),
            enterprise: EnterpriseID(checked: "E1"), region: RegionCode(checked: "330602"), episodes: episodes,
            occurrence: occurrence, openedAt: opened, state: state, due: isEnd ? nil : due ?? opened.adding(hours: 300),
            isOvertime: isOvertime, request: request, raises: raises, cityCloses: cityCloses,
            mergedInto: state == .merged ? CaseID(checked: "2026-0002") : nil, reopenedAt: reopenedAt,
            steps: steps + more)
    }

    static func step(
        _ action: CaseAction, from: CaseState, to: CaseState, number: Int, outcome: String? = nil,
        changing: [String: String] = [:]
    ) -> Step {
        Step(
            number: number, action: action, from: from, to: to, actor: PersonID(checked: "P-\(action.rawValue)"),
            actorName: "示例人员", role: .branchOfficer, at: opened.adding(hours: 24 * Int64(number - 1)),
            form: form(of: action, outcome: outcome).merging(changing) { $1 }, due: nil)
    }

    /// A form that every bound allows on the day its step is taken.
    static func form(of action: CaseAction, outcome: String? = nil) -> [String: String] {
        switch action {
        case .warn: ["note": "请核实"]
        case .answer: ["cause": "treatment", "explanation": "脱硫塔检修"]
        case .accept: [:]
        case .check:
            onSite.merging([
                "checked_on": "2026-11-24", "findings": "属实", "shown": "true", "present": "示例班长", "signature": "signed",
            ]) { $1 }
        case .qualify:
            ["qualification": outcome ?? "exceedance", "reason": "与台账一致", "window": "coal-boiler/start/cold"]
        case .order: ["demands": "更换喷淋", "rectify_by": "2026-12-10", "article": "《生态环境法典》第一千一百零七条"]
        case .serve: ["served_on": "2026-11-28", "served_at": "10:00", "served_how": "direct", "proof": "1"]
        case .report: ["measures": "已更换", "completed_on": "2026-11-28"]
        case .recheck:
            onSite.merging(["rechecked_on": "2026-11-30", "findings": "看过", "passed": outcome ?? "true"]) { $1 }
        case .reportFault:
            [
                "broke_on": "2026-11-23", "broke_at": "07", "fault": "采样泵停", "substitute": "manual",
                "substitute_by": "示例检测公司", "substitute_on": "2026-11-24",
            ]
        case .repair: ["repaired_on": "2026-11-29", "work": "已更换"]
        case .correctMark: ["condition": "maintenance", "reason": "误标"]
        case .confirm: ["passed": outcome ?? "true", "opinion": "属实"]
        case .close: ["opinion": "同意"]
        case .mark:
            [
                "first_day": "2026-11-23", "first_hour": "06", "last_day": "2026-11-23", "last_hour": "08",
                "condition": "start", "window": "coal-boiler/start/cold", "reason": "启炉",
            ]
        case .askTime: ["until": "2026-12-15", "reason": "备件"]
        case .decideTime: ["granted": outcome ?? "true", "opinion": "同意"]
        case .handOver: ["reason": "理由", "article": "《生态环境法典》第一千一百零七条"]
        case .refuseData: ["data": outcome ?? "refused", "reason": "理由"]
        case .dismiss: ["reason": "理由"]
        }
    }

    private static let onSite = [
        "companion": "P-SECOND", "began": "09:00", "ended": "09:30", "site": "采样平台（示例）",
    ]

    /// What proves a service in the examples.
    static let file = EvidenceFile(
        number: 1, name: "示例|照片.jpg", kind: .jpeg, size_bytes: 9, sha256: Digest256(of: "1"), note: "x",
        actor: PersonID(checked: "P1"), actorName: "示例人员", role: .branchOfficer,
        // When the order is made.
        at: opened.adding(hours: 24 * 5))

    /// The second officer's objection to each record of a case.
    static func objections(to subject: SupervisionCase) -> [Int: RecordAnswer] {
        let records = subject.steps.filter { [.check, .recheck].contains($0.action) }
        return Dictionary(
            records.map { step in
                let answer = RecordAnswer(
                    step: step.number, verdict: .objected, words: "未到场", actor: PersonID(checked: "P-SECOND"),
                    actorName: "示例人员 P-SECOND", role: .branchOfficer, at: step.at)
                return (step.number, answer)
            }, uniquingKeysWith: { first, _ in first })
    }

    static func actor(_ role: Role, _ person: String = "P1", scope: Scope = .city) -> Actor {
        Actor(person: PersonID(checked: person), name: "示例人员 \(person)", role: role, scope: scope)
    }

    /// Officers with certificates over the days of the examples: any code is one, but `P-NONE` and `P-OLD`.
    static func officers(_ people: [String]) -> [CertifiedOfficer] {
        people.map { person in
            let last = CivilDate(dayNumber: person == "P-OLD" ? 20_779 : 21_500)
            return CertifiedOfficer(
                person: PersonID(checked: person), name: "示例人员 \(person)",
                certificates: person == "P-NONE"
                    ? [] : [.init(number: "SL-\(person)", from: CivilDate(dayNumber: 20_000), to: last)])
        }
    }
}
