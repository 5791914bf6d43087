import Facts
import Kernel

@testable import Supervision

/// A step that somebody tries to take, and all that it is judged by; each test changes what it is about.
struct LoopAttempt {
    let action: CaseAction
    let state: CaseState
    var episodes = [CaseExample.episode()]
    var isOvertime = false
    /// Whether the request for more time went to the level above.
    var isRequestLate = false
    /// Whether the service of its order is still owed.
    var isServiceOwed = false
    var more: [Step] = []
    var form: [String: String]
    var actor: Actor
    var officers: [String]?
    var day: Int64?
    var seenOffset = 0
    /// What the enterprise marked of its hours.
    var marked = MarkedHours()
    /// What was sent again.
    var replaced: [ReplacedValue] = []
    /// Whether something went because of it.
    var isRefusable = true
    /// Who changed the limit by which it went.
    var changedBy: Set<FactAuthor> = []
    /// Whether the second officer objected to each record.
    var isObjected = false

    init(_ action: CaseAction, at state: CaseState, outcome: String?, by role: Role) {
        (self.action, self.state) = (action, state)
        form = CaseExample.form(of: action, outcome: outcome)
        actor = CaseExample.actor(role)
    }

    /// The passage as it is open: its moment is come, and whoever it belongs to takes it.
    init(_ passage: ClosedLoop.Passage) {
        let owner = ClosedLoop.role(of: passage.owner, on: CaseExample.subject(at: passage.from))
        self.init(passage.action, at: passage.from, outcome: passage.outcome, by: owner)
        switch passage.moment {
        case .always, .inTime, .faultUnknown, .once, .unserved, .served: break
        case .overtime: isOvertime = true
        case .withdrawn: episodes = [CaseExample.episode(isWithdrawn: true)]
        case .asked: add(.askTime)
        case .faultKnown: add(.reportFault)
        }
    }

    var subject: SupervisionCase {
        let clock = ClosedLoop.RequestClock(due: CaseExample.opened, isOvertime: true)
        return CaseExample.subject(
            at: state, episodes: episodes, isOvertime: isOvertime, request: isRequestLate ? clock : nil, more: more,
            isServiceOwed: isServiceOwed)
    }

    /// Adds a step that was taken where the case stands.
    mutating func add(_ action: CaseAction, changing: [String: String] = [:]) {
        let number = CaseExample.way(to: state).count + more.count + 1
        more.append(CaseExample.step(action, from: state, to: state, number: number, changing: changing))
    }

    /// The state it leads to, or the code of the rule that refuses it.
    func result() throws -> String {
        let subject = subject
        // Marks are closed at noon of the next day, and a re-check is written for the seventh.
        let usual = action == .mark ? 1 : action == .recheck ? 7 : Int64(subject.steps.count)
        do {
            let step = try ClosedLoop.take(
                action, on: subject, seenStep: subject.steps.count + seenOffset, form: form, by: actor,
                at: StepMoment(
                    now: CaseExample.opened.adding(hours: 24 * (day ?? usual)), rules: CaseExample.rules(),
                    officers: CaseExample.officers(officers ?? ["P1", "P-SECOND", actor.person.text]),
                    paper: PaperGround(files: [CaseExample.file], changedBy: changedBy), marked: marked,
                    windows: [.example], replaced: replaced, isRefusable: isRefusable,
                    answers: isObjected ? CaseExample.objections(to: subject) : [:]))
            return step.to.rawValue
        } catch let refusal as CaseRefusal {
            return refusal.rule.rawValue
        }
    }

    /// Brings about just what a rule refuses, as far as it lies in the case, the form or the people.
    mutating func provoke(_ rule: CaseRule) {
        switch rule {
        case .role: actor = CaseExample.actor(.liaison)
        case .overtaken: seenOffset = -1
        case .state: (isOvertime, more) = (false, [])
        case .stands: episodes = [CaseExample.episode()]
        case .handedOver: add(.handOver)
        case .faultKnown: add(.reportFault)
        case .served: add(.serve)
        case .service: isServiceOwed = true
        case .noMoreTime: isOvertime = true
        case .provisional where action == .refuseData:
            marked = MarkedHours(marks: [.example], openUntil: CaseExample.opened)
        case .provisional: episodes = [CaseExample.episode(isProvisional: true)]
        case .marksOpen: marked = MarkedHours(marks: [.example], openUntil: CaseExample.opened)
        case .marks: marked = MarkedHours(marks: [.belied])
        case .withdrawn: episodes = [CaseExample.episode(isWithdrawn: true)]
        case .condition: episodes = [CaseExample.episode(hours: 5)]
        case .data: replaced = [.example]
        case .notResent: isRefusable = false
        case .objected: isObjected = true
        case .goingOn: episodes = [CaseExample.episode(ended: false)]
        case .choice, .date, .term, .dateRange, .hours, .sequence, .substitute, .onSite, .proof, .article, .markWindow,
            .markHours,
            .markElsewhere, .markLate:
            provokeByForm(rule)
        // A report tells it of itself; a qualification reads it from the report.
        case .faultLater where action == .reportFault: form.merge(["broke_at": "09"]) { $1 }
        case .faultLater where !more.isEmpty:
            more = []
            add(.reportFault, changing: ["broke_at": "08"])
        case .certificate: officers = []
        case .twoOfficers: form["companion"] = actor.person.text
        case .companion: form["companion"] = "P-STRANGER"
        case .twoLevels where action == .dismiss: changedBy = [.person(actor.person)]
        case .twoLevels:
            let found = subject.steps.last { [.recheck, .confirm].contains($0.action) }
            let judged = found ?? subject.steps.last { $0.action == .qualify }
            actor = CaseExample.actor(actor.role, judged?.actor.text ?? "P1")
        // A case that is not there, one that was merged and the desk of marks are tested for themselves.
        case .sight, .merged, .markDesk, .faultLater: break
        }
    }

    private mutating func provokeByForm(_ rule: CaseRule) {
        func hours(_ first: String, _ last: String) -> [String: String] {
            ["first_day": "2026-11-23", "first_hour": first, "last_day": "2026-11-23", "last_hour": last]
        }
        let asked = ClosedLoop.form(of: action).map(\.name)
        let days = asked.filter { CivilDate(form[$0] ?? "") != nil || $0 == "first_day" }
        var changes: [String: String] = [:]
        switch rule {
        case .choice:
            changes = hours("24", "24").merging(["companion": "", "served_how": "", "broke_at": "24"]) { $1 }
            if let field = ClosedLoop.decidingField(of: action) { changes[field] = "maybe" }
        case .date: for day in days { changes[day] = "2026-02-30" }
        case .term:
            changes = ["rectify_by": "2027-12-31", "until": "2027-12-31"]
            if action == .decideTime {
                more = []
                add(.askTime, changing: changes)
            }
        case .dateRange: for day in days { changes[day] = "2020-01-01" }
        case .hours:
            let today = CaseExample.opened.adding(hours: 24 * Int64(subject.steps.count)).civil.date
            changes = ["began": "24:00", "served_at": "24:00", "broke_on": today.description, "broke_at": "23"]
        // The case was opened, and the order made, at ten.
        case .sequence: changes = ["checked_on": "2026-11-23", "rechecked_on": "2026-11-28", "served_at": "09:59"]
        case .substitute: changes = ["substitute": "无。"]
        case .onSite: changes = ["shown": "", "signature": "refused", "refusal": ""]
        case .proof: changes = ["proof": "2"]
        case .article: changes = [NamedArticle.field: "《大气污染防治法》第九十九条"]
        case .markWindow: changes = ["condition": "start", "window": ""]
        case .markHours: changes = hours("08", "07")
        case .markElsewhere: changes = hours("03", "04")
        case .markLate: day = 3
        default: break  // The others lie elsewhere than in the form.
        }
        form.merge(changes.filter { asked.contains($0.key) }) { $1 }
    }
}

extension StatedMark {
    /// A start that the enterprise marked of both exceeding hours.
    static let example = StatedMark(
        number: 3, first: CaseExample.opened.adding(hours: -3), last: CaseExample.opened.adding(hours: -2),
        meaning: Phrase("启炉（启动）", "starting"), reason: "启炉|示例", name: "示例负责人",
        at: CaseExample.opened.adding(hours: 1))
}

extension StatedMark {
    /// A standstill of these hours in which the plant ran.
    static let belied = StatedMark(
        number: 4, first: CaseExample.opened.adding(hours: -3), last: CaseExample.opened.adding(hours: -2),
        meaning: Phrase("停运", "standstill"), reason: "停炉示例", name: "示例负责人",
        at: CaseExample.opened.adding(hours: 1), measured: Phrase("氧含量 8–9", "oxygen 8–9"),
        running: Phrase("氧含量 8–9（< 19）", "oxygen 8–9 (< 19)"))
}

extension ReplacedValue {
    /// An hour that exceeded, and was sent again below its limit.
    static let example = ReplacedValue(
        pollutant: .sulphurDioxide, start: CaseExample.opened.adding(hours: -3), period: .hour,
        versions: [version(180, "N", after: 0), version(20, "D", after: 60)], sign: SuspicionID(checked: "SG1"))

    private static func version(_ value: Int, _ mark: String, after hours: Int64) -> Version {
        Version(
            value: DecimalNumber(value), measured: nil, mark: mark, dataTime: CaseExample.opened.adding(hours: -3),
            frame: Digest256(of: mark), receivedAt: CaseExample.opened.adding(hours: hours))
    }
}
