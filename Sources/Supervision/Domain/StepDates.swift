import Facts
import Kernel

/// The dates a step's form names, each inside the bounds the loop sets.
struct StepDates: Sendable, Equatable {
    /// The day by which it must be put right, when the step sets one; of a service its own day.
    let day: CivilDate?

    init(
        of action: CaseAction, in form: [String: String], on subject: SupervisionCase, now: Instant,
        rules: ClosedLoopRules
    ) throws(CaseRefusal) {
        let today = now.civil.date
        switch action {
        case .warn, .answer, .accept, .qualify, .confirm, .close, .handOver, .refuseData, .dismiss:
            day = nil
        case .check:
            _ = try Self.date("checked_on", in: form, from: subject.openedAt.civil.date, to: today)
            day = nil
        case .order:
            day = try Self.term(
                "rectify_by", in: form, from: today, to: today.adding(days: Int64(rules.rectificationDaysMax)))
        case .report:
            _ = try Self.date("completed_on", in: form, from: Self.day(of: .order, in: subject), to: today)
            day = nil
        case .serve:
            let served = try Self.date("served_on", in: form, from: Self.day(of: .order, in: subject), to: today)
            day = OrderService.countsFrom(served, form["served_how"].flatMap(OrderService.Way.init), rules)
        case .recheck:
            let from = subject.recheckFrom?.civil.date ?? Self.day(of: .order, in: subject)
            if let begins = subject.recheckFrom, begins > now {
                throw .timeTooEarly(field: "rechecked_on", after: begins)
            }
            _ = try Self.date("rechecked_on", in: form, from: from, to: today)
            day = nil
        case .reportFault:
            _ = try Self.date("broke_on", in: form, from: subject.openedAt.civil.date.adding(days: -7), to: today)
            day = nil
        case .repair:
            _ = try Self.date("repaired_on", in: form, from: Self.day(of: .reportFault, in: subject), to: today)
            day = nil
        case .mark, .correctMark:
            if CaseMarkWindow.conditions.contains(form["condition"] ?? ""), form["window"] ?? "" == "" {
                throw .windowMissing
            }
            _ = try StatedHours(of: action, in: form, on: subject, now: now, rules: rules)
            day = nil
        case .askTime:
            day = try Self.term(
                "until", in: form, from: Self.later(than: subject, today), to: Self.latest(subject, rules))
        case .decideTime:
            day =
                form["granted"] == "true"
                ? try Self.granted(
                    subject.openRequest?.form["until"], end: Self.later(than: subject, today),
                    latest: Self.latest(subject, rules)) : nil
        }
    }

    /// The last day that an order and all extensions together may reach. It leaves the last day of the re-check after
    /// it: whoever has time until then can be re-checked against it.
    static func latest(_ subject: SupervisionCase, _ rules: ClosedLoopRules) -> CivilDate {
        let byOrder = day(of: .order, in: subject).adding(days: Int64(rules.rectificationDaysMax))
        guard !subject.owesService, let by = ClosedLoop.recheckBy(of: subject, rules: rules) else { return byOrder }
        // The re-check runs until the end of its last day, which is when the next begins.
        return min(byOrder, by.civil.date.adding(days: -2))
    }

    /// The first day that lengthens a term. A term runs until the end of its last day, which is when the next begins.
    static func later(than subject: SupervisionCase, _ today: CivilDate) -> CivilDate {
        let granted = subject.owesService ? subject.rectifyBy?.adding(days: 1) : subject.due?.civil.date
        return max(today, granted ?? today)
    }

    private static func granted(
        _ text: String?, end: CivilDate, latest: CivilDate
    ) throws(CaseRefusal) -> CivilDate {
        guard let day = text.flatMap({ CivilDate($0) }) else { throw .dateMissing(field: "granted") }
        guard day <= latest else { throw .beyondTheLaw(field: "granted", last: latest) }
        // What was asked of an earlier program may lie before the present end: it neither lengthens nor shortens.
        return max(day, end.adding(days: -1))
    }

    private static func day(of action: CaseAction, in subject: SupervisionCase) -> CivilDate {
        (subject.steps.last { $0.action == action }?.at ?? subject.openedAt).civil.date
    }

    /// A day somebody is given; one beyond the last lawful day is refused as that.
    private static func term(
        _ field: String, in form: [String: String], from: CivilDate, to: CivilDate
    ) throws(CaseRefusal) -> CivilDate {
        guard let date = form[field].flatMap({ CivilDate($0) }) else { throw .dateMissing(field: field) }
        guard date <= to, from <= to else { throw .beyondTheLaw(field: field, last: to) }
        guard from <= date else { throw .dateOutOfRange(field: field, from: from, to: to) }
        return date
    }

    private static func date(
        _ field: String, in form: [String: String], from: CivilDate, to: CivilDate
    ) throws(CaseRefusal) -> CivilDate {
        guard let date = form[field].flatMap({ CivilDate($0) }) else { throw .dateMissing(field: field) }
        guard from <= date, date <= to else { throw .dateOutOfRange(field: field, from: from, to: to) }
        return date
    }
}
