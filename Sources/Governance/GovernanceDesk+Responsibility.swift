import Facts
import Kernel
import Persistence

extension GovernanceDesk {
    /// Refuses somebody who decides on a task that they answer for, or answered for in the month that is decided on or
    /// after it: another officer of the office decides. It does not matter who filed what is decided on: of a task that
    /// fills itself, the platform does.
    func refuseOwn(_ record: TaskRecord, since month: CivilMonth, by doer: UnitMember) throws {
        guard !record.isAnswered(by: doer.person, since: month) else { throw GovernanceRefusal.ownTask }
    }

    /// The unit that answers for a month of a task, which somebody speaks for. Refuses whoever speaks for another one.
    func unitOwing(
        _ month: CivilMonth, by doer: UnitMember, of task: PolicyTask, _ record: TaskRecord,
        in access: any ReadAccess
    ) throws -> String {
        _ = try unitOf(doer, for: task, in: access)
        guard let current = record.assignment?.unit, let unit = record.unit(of: month) else {
            throw GovernanceRefusal.notAssigned
        }
        guard doer.works, try PolicyStore.organisations(access)[unit] == doer.organisation else {
            throw unit == current
                ? GovernanceRefusal.notAccountable(current) : GovernanceRefusal.monthOfFormer(month, unit: unit)
        }
        return unit
    }

    /// The months of units that answered for a task before, of which no report stands and for which somebody speaks.
    func owed(by doer: UnitMember, of record: TaskRecord, in access: any ReadAccess) throws -> [CivilMonth] {
        guard doer.works, !record.handOvers.isEmpty else { return [] }
        let organisations = try PolicyStore.organisations(access)
        return record.owedByFormer.filter { organisations[$0.unit] == doer.organisation }.map(\.month)
    }

    /// Keeps who answers for a task from now on. Months that are over stay with whoever answered before.
    func keep(
        _ assignment: TaskRecord.Assignment, of record: TaskRecord, by author: FactAuthor, at now: Instant,
        in access: any WriteAccess
    ) throws {
        let key = record.key
        let isTaken = record.assignment.map { ($0.unit, $0.person) != (assignment.unit, assignment.person) } ?? false
        let since = isTaken ? CivilMonth(now.civil.date) : nil
        var handed = record
        handed.hand(over: since)
        try TaskStore.assign(key, assignment, in: access)
        if isTaken, let last = handed.handOvers.last {
            try TaskStore.insert(last, number: handed.handOvers.count, of: key, in: access)
        }
        try journal.append(
            PolicyTaskAssigned(
                policy: key.policy.text, task: key.number, unit: assignment.unit, person: assignment.person,
                firstMonth: assignment.firstMonth.description, since: since?.description),
            about: FactSubject(reference: key.reference), by: author, occurredAt: now, in: access)
    }
}
