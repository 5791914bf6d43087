import Facts
import Kernel
import Persistence

extension GovernanceChecks {
    /// Books of funds and the reserve pool are as the journal tells, and each fund adds up.
    func money(_ access: any ReadAccess) throws -> [CheckReport] {
        [try funds(access), try pool(access), try poolScores(access)]
    }

    private func funds(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("books of funds are as the journal tells, and add up")
        var told: [Int: Fund] = [:]
        for entry in try Journal.entries(after: 0, kinds: Fund.kinds, limit: .max, in: access) {
            try Fund.take(entry, into: &told)
        }
        for fund in try FundStore.funds(in: access) {
            let journalled = told.removeValue(forKey: fund.number)
            // Added up from the journal, not from the rows.
            let faults = journalled.map(\.defects) ?? []
            let problem =
                journalled != fund
                ? "the book of fund \(fund.number) is not what the journal tells"
                : faults.first.map { "fund \(fund.number) does not add up: \($0)" }
            tally.examine(problem)
        }
        for number in told.keys.sorted() { tally.examine("fund \(number) was journalled and is gone") }
        return tally.report
    }

    private func poolScores(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("scores of the reserve pool are what their decisions say")
        for (number, score) in try PoolStore.scores(in: access).sorted(by: { $0.key < $1.key }) {
            let decision = try DecisionLog.decision(score.decision, scope: .city, in: access)
            let outcome = try decision.map { try CanonicalJSON.value(PoolScoreRule.Outcome.self, from: $0.outcome) }
            let agrees = outcome?.score_hundredths == score.score_hundredths
            tally.examine(agrees ? nil : "the score of project \(number) of the reserve pool is another")
        }
        return tally.report
    }

    private func pool(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("projects of the reserve pool are as the journal tells")
        var told: [Int: PoolHistory] = [:]
        for entry in try Journal.entries(after: 0, kinds: PoolHistory.kinds, limit: .max, in: access) {
            try PoolHistory.take(entry, into: &told)
        }
        for project in try PoolStore.projects(in: access) {
            let kept = PoolHistory(
                project: project, steps: try PoolStore.steps(of: project.number, in: access),
                money: try PoolStore.money(of: project.number, in: access))
            let agrees = told.removeValue(forKey: project.number) == kept
            tally.examine(agrees ? nil : "project \(project.number) of the reserve pool is not what the journal tells")
        }
        for number in told.keys.sorted() {
            tally.examine("project \(number) of the reserve pool was journalled and is gone")
        }
        return tally.report
    }
}
