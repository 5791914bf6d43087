import Facts
import Kernel
import Persistence

extension GovernanceDesk {
    /// More facts than a task ever has of its own.
    private static let factsOfTaskMax = 10_000

    /// The facts that a light rests on, by their numbers in the journal, the oldest first: who answers for the task,
    /// milestones that count, the last extension, and the reports with their reviews that the light reads.
    func facts(behind input: AcceptedTaskLightRule.Input, in access: any ReadAccess) throws -> [Int64] {
        let told = try Journal.timeline(
            of: input.task, scope: .city, limit: Self.factsOfTaskMax, in: access)
        let months = Set(
            ([input.accepted?.month].compactMap(\.self) + input.unaccepted.map(\.month) + input.returned)
                .map(\.description))
        let milestones = Set(input.milestones.map(\.number))
        var (facts, assigned, extended): ([Int64], Int64?, Int64?) = ([], nil, nil)
        for entry in told {
            if entry.kind == PolicyTaskAssigned.kind {
                assigned = entry.sequence
            } else if let fact = try entry.fact(PolicyTaskExtended.self) {
                if fact.deadline == input.lastDay { extended = entry.sequence }
            } else if try Self.tells(entry, of: months, milestones, fulfilled: input.isFulfilled) {
                facts.append(entry.sequence)
            }
        }
        if let assigned, input.isTaken { facts.append(assigned) }
        if let extended, input.isExtended { facts.append(extended) }
        return facts.sorted()
    }

    /// Whether a fact tells something that a light reads of these months and milestones.
    private static func tells(
        _ entry: JournalEntry, of months: Set<String>, _ milestones: Set<Int>, fulfilled: Bool
    ) throws -> Bool {
        if let fact = try entry.fact(PolicyMilestoneSet.self) { return milestones.contains(fact.milestone) }
        if let fact = try entry.fact(PolicyMilestoneReached.self) { return milestones.contains(fact.milestone) }
        if let fact = try entry.fact(PolicyTaskReported.self) {
            return months.contains(fact.month) || (fulfilled && fact.standing == TaskStanding.fulfilled.rawValue)
        }
        if let fact = try entry.fact(PolicyReportReviewed.self) { return months.contains(fact.month) }
        return entry.kind == PolicyActTakenBack.kind
    }
}
