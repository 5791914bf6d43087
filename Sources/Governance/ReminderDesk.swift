import Facts
import Kernel
import Persistence

/// Reminds units of what they owe, some working days before its day, once for each duty; what is over reminds nobody.
struct ReminderDesk: Sendable {
    let tasks: GovernanceDesk

    /// What units owe. The office's own duties of reviewing and pressing stand in its list from their first day.
    static let kinds: Set<String> = Set(
        [
            GovernanceDutyKind.report, .correct, .milestone, .deadline, .document, .projectReport, .solve, .grant,
        ].map(\.rawValue))

    /// A duty whose day is near, with the unit that owes it.
    struct Near: Sendable {
        let duty: Duty
        let unit: String
        let person: PersonID?
    }

    /// Until when a clock runs out that is near now: some working days from today on, by the announced calendar.
    func horizon(at now: Instant) -> Instant {
        StatutoryTerm(tasks.figures.remindDays, .workingDay).due(from: now, on: tasks.calendar)
    }

    /// The open duties of units whose day is near and not over, the most urgent first.
    func near(at now: Instant, in access: any ReadAccess) throws -> [Near] {
        var choice = DutyBook.Choice()
        (choice.room, choice.clock) = ("governance", .runs(now))
        let horizon = horizon(at: now)
        let duties = try DutyBook.open(scope: .city, choice, limit: .max, in: access).filter { duty in
            duty.due > now && duty.due <= horizon && Self.kinds.contains(duty.kind)
        }
        return try duties.compactMap { duty in
            try owner(of: duty, in: access).map { Near(duty: duty, unit: $0.unit, person: $0.person) }
        }
    }

    /// The near duties that nobody was reminded of yet.
    func unreminded(at now: Instant, in access: any ReadAccess) throws -> [Near] {
        try near(at: now, in: access).filter { try ReminderStore.reminder(of: $0.duty.id, in: access) == nil }
    }

    /// Reminds of a duty.
    func remind(_ near: Near, at now: Instant, in access: any WriteAccess) throws {
        let duty = near.duty
        try ReminderStore.insert(
            Reminder(
                duty: duty.id, kind: duty.kind, reference: duty.reference, unit: near.unit, person: near.person,
                due: duty.due, at: now), in: access)
        try tasks.journal.append(
            PolicyDutyReminded(
                duty: duty.id, dutyKind: duty.kind, reference: duty.reference, unit: near.unit, person: near.person,
                due: duty.due),
            about: FactSubject(reference: duty.reference), by: .system("governance"), occurredAt: now, in: access)
    }

    /// The unit that owes a duty, and its accountable person; nil where nobody answers any more.
    private func owner(of duty: Duty, in access: any ReadAccess) throws -> (unit: String, person: PersonID?)? {
        if let (key, item) = DirectiveKey.item(duty.reference) {
            let unit = try DirectiveStore.directive(key, in: access)?.item(item)?.unit
            return unit.map { ($0, nil) }
        }
        if let place = WorkPlace(reference: duty.reference) { return try owner(of: place, in: access) }
        guard let key = TaskKey(reference: duty.reference), let month = CivilMonth(String(duty.reference.suffix(7)))
        else { return nil }
        let record = try TaskStore.record(of: key, in: access)
        return record.unit(of: month).map { ($0, record.person(of: month)) }
    }

    private func owner(
        of place: WorkPlace, in access: any ReadAccess
    ) throws -> (unit: String, person: PersonID?)? {
        let code = place.policy
        switch place.matter {
        case .milestone(let task, _), .deadline(let task), .target(let task, _):
            let record = try TaskStore.record(of: TaskKey(policy: code, number: task), in: access)
            return record.assignment.map { ($0.unit, $0.person) }
        case .document(let reform, let number):
            let document = try ReformStore.documents(of: code, reform: reform, in: access)
                .first { $0.number == number }
            return document.map { ($0.unit, nil) }
        case .obstacle(let project, let number):
            let found = try ProjectStore.records(of: code, in: access)[project]?.obstacles
                .first { $0.number == number }
            return found.map { ($0.owner, nil) }
        case .need(let project, let number):
            let found = try ProjectStore.records(of: code, in: access)[project]?.needs.first { $0.number == number }
            return found.map { ($0.owner, nil) }
        case .month(let project, _):
            return try ProjectStore.records(of: code, in: access)[project]?.unit.map { ($0, nil) }
        }
    }
}
