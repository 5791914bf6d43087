import Facts
import Kernel
import Persistence

/// Gives the duties of a month that is over, and lets lights follow the calendar: a day that passes changes them as
/// much as a report does.
public struct GovernanceWatch: Sendable {
    let database: any Database
    let desk: GovernanceDesk
    let pool: PoolDesk
    let clock: any WallClock

    /// Looks at every task that somebody answers for.
    public func look() async throws {
        try await lookAtDirectives()
        let (desk, now) = (desk, clock.now())
        let waiting = try await database.read { access in
            try desk.shelf.everything(in: access).contains { policy in
                try Self.taken(policy, access).contains { try Self.isMoved($0, $1, desk, now, access) }
            }
        }
        if waiting { try await follow(at: now) }
        try await lookAtMatters()
        try await lookAtReminders()
        // Behind the lights, on which scores rest.
        try await lookAtPool()
    }

    private func follow(at now: Instant) async throws {
        let desk = desk
        try await database.write { access in
            for policy in try desk.shelf.everything(in: access) {
                for (task, record) in try Self.taken(policy, access) {
                    try desk.fill(task, record, at: now, in: access)
                    let filled = try TaskStore.record(of: record.key, in: access)
                    try desk.assignReports(task, filled, at: now, in: access)
                    try desk.press(filled, at: now, in: access)
                    try desk.relight(record.key, at: now, in: access)
                }
            }
        }
    }

    private static func taken(
        _ policy: PolicyDocument, _ access: any ReadAccess
    ) throws -> [(PolicyTask, TaskRecord)] {
        let records = try TaskStore.records(of: policy.meta.code, in: access)
        return policy.tasks.compactMap { task in
            records[task.number].flatMap { $0.assignment == nil ? nil : (task, $0) }
        }
    }

    /// Whether a task needs a duty or another light.
    private static func isMoved(
        _ task: PolicyTask, _ record: TaskRecord, _ desk: GovernanceDesk, _ now: Instant, _ access: any ReadAccess
    ) throws -> Bool {
        if try !desk.isSettled(record, desk.lightInput(task, record, at: now), in: access) { return true }
        if try !desk.overdueUnpressed(record, at: now, in: access).isEmpty { return true }
        let last = CivilMonth(now.civil.date).adding(-1)
        guard let first = record.assignment?.firstMonth, first <= last, record.report(on: last) == nil,
            !record.isFulfilled(task.kind, on: now.civil.date)
        else { return false }
        let reference = GovernanceDesk.reference(record.key, last)
        return try DutyBook.all(beginningWith: reference, in: access).isEmpty
    }

    /// Looks until the task is cancelled.
    public func run(every interval: Duration, reporting report: @Sendable (any Error) -> Void) async throws {
        while !Task.isCancelled {
            do { try await look() } catch {
                try Task.checkCancellation()
                report(error)
            }
            try await Task.sleep(for: interval)
        }
    }
}
