import Facts
import Kernel

/// The window that a step marks: from the start of its first hour to the start of its last.
struct StatedHours: Sendable, Equatable {
    let first: Instant
    let last: Instant

    /// The hours a form names. Throws which of its fields holds none.
    init(_ form: [String: String]) throws(CaseRefusal) {
        first = try Self.hour("first", form)
        last = try Self.hour("last", form)
        guard first <= last else { throw .hoursInDisorder }
    }

    /// The same hours as a form names them.
    var form: [String: String] {
        let (from, to) = (first.civil, last.civil)
        return [
            "first_day": from.date.description, "first_hour": from.hour.padded(2), "last_day": to.date.description,
            "last_hour": to.hour.padded(2),
        ]
    }

    /// The exceeding hours of a case as far as they have begun; of daily means all hours of the day.
    init(of subject: SupervisionCase, by now: Instant) {
        let hours = Self.exceeding(subject)
        first = min(hours.lowerBound, now.startOfHour)
        last = min(hours.upperBound, now.startOfHour)
    }

    /// What a step of a case marks, within the bounds that its action has.
    ///
    /// A mark of the enterprise's own touches an exceedance of the case, begins on a day whose marks are open, and may
    /// begin before the exceedance. A corrected one lies within the exceedance, because only that was demanded; what of
    /// it is left out, days or hours, reaches as far as the exceedance does.
    init?(
        of action: CaseAction, in form: [String: String], on subject: SupervisionCase, now: Instant,
        rules: ClosedLoopRules
    ) throws(CaseRefusal) {
        let all = Self.exceeding(subject)
        switch action {
        case .mark:
            let hours = try StatedHours(form)
            guard hours.first <= all.upperBound, all.lowerBound <= hours.last else {
                throw .hoursElsewhere(from: all.lowerBound, to: all.upperBound)
            }
            let until = rules.marksClose(on: hours.first.civil.date)
            guard now <= until else { throw .markTooLate(until: until) }
            self = hours
        case .correctMark:
            let hours = try StatedHours(Self.completed(form, of: StatedHours(of: subject, by: now)))
            guard all.lowerBound <= hours.first, hours.last <= all.upperBound else {
                throw .hoursElsewhere(from: all.lowerBound, to: all.upperBound)
            }
            self = hours
        case .warn, .answer, .accept, .check, .qualify, .order, .serve, .report, .recheck, .reportFault, .repair,
            .confirm,
            .close, .askTime, .decideTime, .handOver, .refuseData, .dismiss:
            return nil
        }
    }

    /// The start of the last hour in which a fault may begin that explains all of a case: of daily means the last of
    /// its first day.
    static func faultBegins(by subject: SupervisionCase) -> Instant {
        let chosen = subject.standing.isEmpty ? subject.episodes : subject.standing
        let first = chosen.min { $0.extent.firstHour < $1.extent.firstHour } ?? subject.gravest
        return first.extent.firstHour.adding(hours: first.traits.averaging == .day ? 23 : 0)
    }

    static func exceeding(_ subject: SupervisionCase) -> ClosedRange<Instant> {
        let chosen = subject.standing.isEmpty ? subject.episodes : subject.standing
        let ends = chosen.map { episode in
            let isDay = episode.traits.averaging == .day
            return (first: episode.extent.firstHour, last: episode.extent.lastHour.adding(hours: isDay ? 23 : 0))
        }
        let first = ends.map(\.first).min() ?? subject.extent.firstHour
        return first...max(first, ends.map(\.last).max() ?? first)
    }

    /// A form whose empty days are those of the exceedance, and whose empty hours reach as far as it does on its day.
    private static func completed(_ form: [String: String], of all: StatedHours) -> [String: String] {
        var form = form.filter { !$0.value.isEmpty }
        for (end, outer, inner) in [("first", all.form["first_hour"], "00"), ("last", all.form["last_hour"], "23")] {
            let day = form["\(end)_day"] ?? all.form["\(end)_day"]
            form["\(end)_day"] = day
            let hour = day == all.form["\(end)_day"] ? outer : inner
            form["\(end)_hour"] = form["\(end)_hour"] ?? hour
        }
        return form
    }

    private static func hour(_ end: String, _ form: [String: String]) throws(CaseRefusal) -> Instant {
        guard let day = form["\(end)_day"].flatMap({ CivilDate($0) }) else { throw .dateMissing(field: "\(end)_day") }
        guard let hour = form["\(end)_hour"].flatMap({ Int64($0) }), (0..<24).contains(hour) else {
            throw .choiceMissing(field: "\(end)_hour")
        }
        return Instant(startOf: day).adding(hours: hour)
    }
}
