import Facts
import Kernel
import Persistence

extension GovernanceDesk {
    /// Takes a report of a lead unit.
    func report(
        _ said: SaidOfMonth, on key: TaskKey, by doer: UnitMember, at now: Instant, in access: any WriteAccess
    ) throws {
        let (task, record) = try look(at: key, in: access)
        let unit = try unitOwing(said.month, by: doer, of: task, record, in: access)
        guard let assignment = record.assignment else { throw GovernanceRefusal.notAssigned }
        guard said.month >= assignment.firstMonth else {
            throw GovernanceRefusal.monthBefore(first: assignment.firstMonth)
        }
        // A decision of minutes may end within its first month: that it is fulfilled is said when it is.
        let isEarly =
            task.lastDay != nil && said.standing == .fulfilled && said.month == CivilMonth(now.civil.date)
        guard said.month.end <= now || isEarly else {
            throw GovernanceRefusal.monthToCome(last: CivilMonth(now.civil.date).adding(-1))
        }
        // Fulfilled in a year is what the office agreed to for it.
        if task.kind == .longTerm, said.standing == .fulfilled,
            record.target(of: said.month.year)?.confirmed == nil
        {
            throw GovernanceRefusal.noTarget(year: said.month.year)
        }
        let before = record.report(on: said.month)
        guard before == nil || before?.review?.verdict == .returned else {
            throw GovernanceRefusal.monthTwice(said.month)
        }
        try keep(
            said, attempt: (before?.attempt ?? 0) + 1, of: key, unit: unit, author: .person(doer.person), at: now,
            in: access)
    }

    /// Keeps and journals a report. The duty to report is done, and one to review begins.
    func keep(
        _ said: SaidOfMonth, attempt: Int, of key: TaskKey, unit: String, author: FactAuthor, at now: Instant,
        in access: any WriteAccess
    ) throws {
        let report = TaskReport(
            month: said.month, attempt: attempt, unit: unit, standing: said.standing, progress: said.progress,
            evidence: said.evidence, author: author.text, filedAt: now)
        try TaskStore.insert(report, of: key, in: access)
        try journal.append(
            PolicyTaskReported(
                policy: key.policy.text, task: key.number, month: said.month.description, attempt: attempt,
                unit: unit, standing: said.standing.rawValue, progress: said.progress, evidence: said.evidence),
            about: FactSubject(reference: key.reference), by: author, occurredAt: now, in: access)
        try DutyBook.settle(
            reference: Self.reference(key, said.month), as: .done, at: now, journal: journal, in: access)
        try assignReview(of: report, key, at: now, in: access)
        try relight(key, at: now, in: access)
    }

    /// Gives the office the duty to review a report; again after its acceptance was taken back.
    func assignReview(
        of report: TaskReport, _ key: TaskKey, again: String = "", at now: Instant, in access: any WriteAccess
    ) throws {
        let reference = Self.reference(key, report.month)
        try DutyBook.assign(
            Duty(
                id: DutyID(checked: "GV-\(reference).\(report.attempt)\(again)"),
                kind: GovernanceDutyKind.review.rawValue, reference: reference, role: .cityOfficer, enterprise: nil,
                region: nil, since: now, due: Self.reviewTerm.due(from: now, on: calendar)), in: access)
    }

    /// Takes the office's answer to the newest report on a month. Nobody reviews what they reported themselves, nor
    /// what was reported on a task that they answer for.
    func review(
        _ month: CivilMonth, of key: TaskKey, as verdict: ReviewVerdict, note: String, by doer: UnitMember,
        at now: Instant, in access: any WriteAccess
    ) throws {
        let (_, record) = try look(at: key, in: access)
        guard let report = record.report(on: month), report.review == nil else { throw GovernanceRefusal.noOpenReport }
        let author = FactAuthor.person(doer.person).text
        guard report.author != author else { throw GovernanceRefusal.ownReport }
        try refuseOwn(record, since: month, by: doer)
        try TaskStore.review(
            report, of: key, .init(verdict: verdict, note: note, author: author, at: now), in: access)
        try append(
            PolicyReportReviewed(
                policy: key.policy.text, task: key.number, month: month.description, attempt: report.attempt,
                verdict: verdict.rawValue, note: note),
            key, by: doer.person, at: now, in: access)
        let reference = Self.reference(key, month)
        try DutyBook.settle(reference: reference, as: .done, at: now, journal: journal, in: access)
        if verdict == .returned {
            try assignReport(
                month, of: key, attempt: report.attempt + 1, record, since: now,
                due: returnDue(of: now), in: access)
        } else if report.standing == .fulfilled {
            try settle(.init(key.policy, .deadline(task: key.number)), at: now, in: access)
            // Nothing more is asked of what is done.
            for duty in try DutyBook.all(beginningWith: key.reference + ".", in: access) where duty.state == .open {
                try DutyBook.settle(
                    reference: duty.reference, as: .lifted, at: now, journal: journal, in: access)
            }
        }
        try relight(key, at: now, in: access)
    }

    /// Until when a month is reported on: some working days after it, by the announced calendar.
    func reportDue(of month: CivilMonth) -> Instant {
        StatutoryTerm(figures.reportWorkingDays, .workingDay)
            .due(from: month.end.adding(milliseconds: -1), on: calendar)
    }

    /// Until when a report that was returned at a moment is brought again.
    func returnDue(of returned: Instant) -> Instant {
        StatutoryTerm(figures.reportWorkingDays, .workingDay).due(from: returned, on: calendar)
    }

    /// What duties about a report on a month refer to.
    static func reference(_ key: TaskKey, _ month: CivilMonth) -> String { "\(key.reference).\(month)" }

    /// Gives the duty to report on a month.
    func assignReport(
        _ month: CivilMonth, of key: TaskKey, attempt: Int, again: String = "", _ record: TaskRecord,
        since: Instant, due: Instant, in access: any WriteAccess
    ) throws {
        guard let person = record.person(of: month) else { return }
        let role = try directory.member(person, in: access)?.role ?? .liaison
        try DutyBook.assign(
            Duty(
                id: DutyID(checked: "GR-\(Self.reference(key, month)).\(attempt)\(again)"),
                kind: GovernanceDutyKind.report.rawValue, reference: Self.reference(key, month), role: role,
                enterprise: nil, region: nil, since: since, due: due), in: access)
    }
}
