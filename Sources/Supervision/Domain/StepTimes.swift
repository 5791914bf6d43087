import Kernel
import Standards

/// The times of day that a step's form names, and what the law asks of what was done then: of a record of a check on
/// site, of a service, and of the report of a device fault.
struct StepTimes: Sendable, Equatable {
    /// How the person of the enterprise who was there signed.
    enum Signature: String, Sendable, CaseIterable {
        case signed, refused, absent
    }

    /// What the step keeps of it beside what was typed.
    let form: [String: String]

    init(
        of action: CaseAction, in form: [String: String], on subject: SupervisionCase, now: Instant,
        rules: ClosedLoopRules
    ) throws(CaseRefusal) {
        if let field = ClosedLoop.onSiteField(of: action) {
            // A check is of what was found, a re-check of what was served.
            let found = max(subject.openedAt, subject.reopenedAt ?? subject.openedAt).startOfMinute
            let earliest = action == .recheck ? subject.recheckFrom ?? found : found
            try Self.checkHours(on: form[field], form, from: earliest, now)
            try Self.checkRecord(action, form)
            self.form = [:]
        } else if action == .serve {
            self.form = try OrderService.form(form, on: subject, now: now, rules: rules)
        } else if action == .reportFault {
            self.form = try Self.fault(form, on: subject, now, rules)
        } else {
            self.form = [:]
        }
    }

    /// The moment a fault report names; nil in reports of earlier programs, which named a day only.
    static func fault(in form: [String: String]) -> Instant? {
        guard let day = form["broke_on"].flatMap({ CivilDate($0) }), let hour = form["broke_at"].flatMap({ Int64($0) })
        else { return nil }
        return Instant(startOf: day).adding(hours: hour)
    }

    /// `09:30` as minutes of the day; nil for anything else.
    static func minutes(_ text: String?) -> Int64? {
        let parts = (text ?? "").split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isASCII) }),
            let hour = Int64(parts[0]), let minute = Int64(parts[1]), (0..<24).contains(hour),
            (0..<60).contains(minute)
        else { return nil }
        return hour * 60 + minute
    }

    /// A check that ends before it began by the clock went on over midnight; it cannot end later than now, rounded up
    /// to the minute, nor begin before what it looks at.
    private static func checkHours(
        on day: String?, _ form: [String: String], from earliest: Instant, _ now: Instant
    ) throws(CaseRefusal) {
        guard let day = day.flatMap({ CivilDate($0) }) else { return }
        guard let began = minutes(form["began"]) else { throw .timeUnfit(field: "began") }
        guard let ended = minutes(form["ended"]), ended != began else { throw .timeUnfit(field: "ended") }
        let end = Instant(startOf: day.adding(days: ended < began ? 1 : 0)).adding(minutes: ended)
        guard end <= now.adding(minutes: 1) else { throw .timeUnfit(field: "ended") }
        guard Instant(startOf: day).adding(minutes: began) >= earliest else {
            throw .timeTooEarly(field: "began", after: earliest)
        }
    }

    /// A check shows certificates (行政处罚法 art. 55) and is signed, or says why not; a covert re-check meets nobody.
    private static func checkRecord(_ action: CaseAction, _ form: [String: String]) throws(CaseRefusal) {
        if action == .check, form["shown"] != "true" { throw .recordLacks(field: "shown") }
        let signature = form["signature"].flatMap(Signature.init)
        if action == .check, signature == nil { throw .choiceMissing(field: "signature") }
        if let signature, signature != .signed, form["refusal"] ?? "" == "" { throw .recordLacks(field: "refusal") }
    }

    /// Until when a fault was to be reported, counted from the fault, and whether it was: late is noted, not refused.
    /// A fault explains no hour before its own.
    private static func fault(
        _ form: [String: String], on subject: SupervisionCase, _ now: Instant, _ rules: ClosedLoopRules
    ) throws(CaseRefusal) -> [String: String] {
        guard let hour = form["broke_at"].flatMap({ Int64($0) }), (0..<24).contains(hour) else {
            throw .choiceMissing(field: "broke_at")
        }
        guard let broke = fault(in: form), broke <= now else { throw .timeUnfit(field: "broke_at") }
        // Once it is qualified as a fault it explains all hours, before that at least one.
        let last =
            subject.state == .faulty
            ? StatedHours.faultBegins(by: subject) : StatedHours.exceeding(subject).upperBound
        guard broke <= last else { throw .faultLater(field: "broke_at", last: last) }
        switch SubstituteMeasuring.lack(of: form, from: broke.civil.date, today: now.civil.date) {
        case .nothing(let field): throw .noSubstitute(field: field)
        case .day(let from, let to):
            throw .dateOutOfRange(field: SubstituteMeasuring.dayField, from: from, to: to)
        case nil: break  // Somebody measures, in some way, from a day on.
        }
        let due = rules.clock(of: .reportFault).term.due(from: broke, on: rules.calendar)
        return ["fault_due": due.civil.minuteText, "fault_late": now > due ? "true" : "false"]
    }
}

extension Instant {
    /// The minute in which it lies, as people write down a time.
    var startOfMinute: Instant { adding(milliseconds: -((milliseconds % 60_000 + 60_000) % 60_000)) }
}

extension SupervisionCase {
    /// When the device broke, by the newest report since it was last reopened; nil when none names the hour.
    var faultAt: Instant? { round.last { $0.action == .reportFault }.flatMap { StepTimes.fault(in: $0.form) } }

    /// Whether the fault was reported later than the rules allow; reports of earlier programs do not tell.
    var isFaultLate: Bool { round.contains { $0.action == .reportFault && $0.form["fault_late"] == "true" } }
}
