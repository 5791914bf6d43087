import Facts
import Kernel
import Persistence

extension GovernanceDesk {
    /// A task and what was said about it. Refuses one that no policy sets.
    func look(at key: TaskKey, in access: any ReadAccess) throws -> (task: PolicyTask, record: TaskRecord) {
        guard let task = try shelf.policy(key.policy, in: access)?.task(key.number) else {
            throw GovernanceRefusal.noSuchTask
        }
        return (task, try TaskStore.record(of: key, in: access))
    }

    /// The lead unit of a task that somebody speaks for. Refuses whoever speaks for none.
    func unitOf(_ doer: UnitMember, for task: PolicyTask, in access: any ReadAccess) throws -> String {
        let organisations = try PolicyStore.organisations(access)
        guard doer.works, let unit = task.leadUnits.first(where: { organisations[$0] == doer.organisation }) else {
            throw GovernanceRefusal.notTheLead(lead: task.leadUnits)
        }
        return unit
    }

    /// Whether somebody works on a task: for one of its lead units, or for the office.
    func worksOn(_ task: PolicyTask, _ member: UnitMember, in access: any ReadAccess) throws -> Bool {
        if member.role == .cityOfficer { return true }
        guard member.works else { return false }
        let organisations = try PolicyStore.organisations(access)
        return task.leadUnits.contains { organisations[$0] == member.organisation }
    }

    /// Whether somebody reads what was said of a task before anybody reviewed it: whoever works on it, and the leading
    /// group, people of government whose organisation speaks for no unit. They change nothing.
    func reads(_ task: PolicyTask, _ member: UnitMember, in access: any ReadAccess) throws -> Bool {
        if try worksOn(task, member, in: access) { return true }
        guard member.works, member.isOfGovernment else { return false }
        return try !PolicyStore.organisations(access).values.contains(member.organisation)
    }

    /// What the light of a task rests on at a moment.
    func lightInput(_ task: PolicyTask, _ record: TaskRecord, at now: Instant) -> AcceptedTaskLightRule.Input {
        let day = now.civil.date
        let isFulfilled = record.isFulfilled(task.kind, on: day)
        let accepted = record.newestAccepted
        return AcceptedTaskLightRule.Input(
            task: record.key.reference, day: day, lastDay: task.lastDay(on: day, extendedTo: record.extendedTo),
            isLongTerm: task.kind == .longTerm, isExtended: record.extendedTo != nil,
            isTaken: record.assignment != nil, isFulfilled: isFulfilled,
            milestones: record.countingMilestones.map {
                .init(number: $0.number, due: $0.due, reachedOn: $0.reachedOn)
            },
            missing: isFulfilled ? [] : record.missingMonths(by: now, due: reportDue, again: returnDue),
            returned: isFulfilled ? [] : record.returnedMonths,
            accepted: accepted.map { .init(month: $0.month, standing: $0.standing) },
            unaccepted: record.reports(after: accepted?.month).map { .init(month: $0.month, standing: $0.standing) },
            figures: figures)
    }

    /// Whether the light that was decided last is still the right one, and still explained by the last day and the
    /// figures that hold now.
    func isSettled(
        _ record: TaskRecord, _ input: AcceptedTaskLightRule.Input, in access: any ReadAccess
    ) throws -> Bool {
        let outcome = AcceptedTaskLightRule.decide(input).outcome
        guard let known = record.light, known.light == outcome.light, known.reason == outcome.reason,
            let decision = try DecisionLog.decision(known.decision, scope: .city, in: access)
        else { return false }
        return try CanonicalJSON.value(LightGround.self, from: decision.input)
            .holds(lastDay: input.lastDay, figures: input.figures)
    }

    /// Decides on the light of a task anew. A decision is kept when it says something else than the one before, or
    /// rests on another last day or other figures.
    func relight(_ key: TaskKey, at now: Instant, in access: any WriteAccess) throws {
        let (task, record) = try look(at: key, in: access)
        let input = lightInput(task, record, at: now)
        if try isSettled(record, input, in: access) { return }
        let (id, outcome) = try decisions.decide(
            by: TracedTaskLightRule.self,
            on: TracedTaskLightRule.Input(ground: input, facts: try facts(behind: input, in: access)),
            about: key.reference, enterprise: nil, region: nil, at: now, in: access)
        let light = TaskRecord.Light(light: outcome.light, reason: outcome.reason, decision: id)
        try TaskStore.setLight(key, light, in: access)
        try journal.append(
            PolicyTaskLightChanged(
                policy: key.policy.text, task: key.number, light: outcome.light.rawValue,
                reason: outcome.reason.rawValue, decision: id),
            about: FactSubject(reference: key.reference), by: .system("governance"), occurredAt: now, in: access)
    }

    /// Gives the duties to report on months that are over.
    func assignReports(
        _ task: PolicyTask, _ record: TaskRecord, at now: Instant, in access: any WriteAccess
    ) throws {
        guard let assignment = record.assignment, !record.isFulfilled(task.kind, on: now.civil.date) else { return }
        let given = Set(
            try DutyBook.all(beginningWith: record.key.reference + ".", in: access)
                .filter { $0.kind == GovernanceDutyKind.report.rawValue && $0.state != .lifted }.map(\.reference))
        // What was lifted when the task counted as fulfilled is asked for again when that was taken back.
        let again = record.takenBack.isEmpty ? "" : "B\(record.takenBack.count)"
        var month = assignment.firstMonth
        while month.end <= now {
            if record.report(on: month) == nil, !given.contains(Self.reference(record.key, month)) {
                try assignReport(
                    month, of: record.key, attempt: 1, again: again, record, since: month.end,
                    due: reportDue(of: month), in: access)
            }
            month = month.adding(1)
        }
    }

    func append(
        _ fact: some Fact, _ key: TaskKey, by person: PersonID, at now: Instant, in access: any WriteAccess
    ) throws {
        try journal.append(
            fact, about: FactSubject(reference: key.reference), by: .person(person), occurredAt: now, in: access)
    }
}
