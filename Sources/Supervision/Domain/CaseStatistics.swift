import Facts
import Kernel

/// What the cases of a period tell: how long steps took, what was late, who exceeds again, how many warnings were
/// false.
struct CaseStatistics: Sendable, Equatable {
    /// How long cases stood in a state before somebody moved them.
    struct Wait: Sendable, Equatable {
        let state: CaseState
        let count: Int
        /// The middle one of the times, in minutes; of an even number the lower.
        let median_min: Int64
        /// The time that nine of ten stay within, in minutes.
        let p90_min: Int64
        let late: Int
    }

    /// How one branch works.
    struct BranchFigures: Sendable, Equatable {
        let region: RegionCode
        var cases = 0
        var open = 0
        var steps = 0
        /// Steps that came after the clock of their state had run out, whoever owed them.
        var lateSteps = 0
        /// Those of them that the branch owed.
        var ownLateSteps = 0
        /// Open cases whose clock has run out; a clock that then began for the level above changes nothing.
        var overdue = 0
        /// Closed cases, and those of them that were no true exceedance.
        var ended = 0
        var falseWarnings = 0
    }

    /// An outlet with more than one case that was not false. A merged case goes on in another one, and is not counted.
    struct Offender: Sendable, Equatable {
        let outlet: OutletID
        let enterprise: EnterpriseID
        let cases: Int
    }

    private var waits: [CaseState: [Int64]] = [:]
    private var late: [CaseState: Int] = [:]
    private var figures: [RegionCode: BranchFigures] = [:]
    private var outlets: [OutletID: (enterprise: EnterpriseID, cases: Int)] = [:]
    private(set) var total = 0
    private(set) var ended = 0
    /// Device faults that were reported later than the rules allow.
    private(set) var lateFaults = 0
    /// How many cases ended as each branch.
    private(set) var branches: [CaseBranch: Int] = [:]

    static func == (left: CaseStatistics, right: CaseStatistics) -> Bool {
        left.total == right.total && left.stateWaits == right.stateWaits && left.byBranch == right.byBranch
            && left.offenders == right.offenders && left.branches == right.branches && left.ended == right.ended
            && left.lateFaults == right.lateFaults
    }

    /// Counts a case; `now` tells what is overdue, the rules when the first clock ran out.
    mutating func count(_ subject: SupervisionCase, at now: Instant, rules: ClosedLoopRules) {
        total += 1
        var own = figures[subject.region] ?? BranchFigures(region: subject.region)
        own.cases += 1
        if ClosedLoop.stand(of: subject.state) != nil {
            own.open += 1
            if subject.isOverdue(at: now) { own.overdue += 1 }
        }
        var since = subject.openedAt
        var due = ClosedLoop.due(in: .found, from: subject.openedAt, rules: rules)
        lateFaults += subject.steps.count { $0.action == .reportFault && $0.form["fault_late"] == "true" }
        for step in subject.steps {
            if step.number > 1, subject.reopenings.contains(step.number - 1) {
                // Only the newest reopening is kept; an earlier one is not measured.
                since = subject.round.first?.number == step.number ? subject.reopenedAt ?? step.at : step.at
                due = ClosedLoop.due(in: ClosedLoop.reopened, from: since, averaging: subject.averaging, rules: rules)
            }
            guard step.from != step.to else {
                // Granted time moves the clock that the report is measured by, and the service begins it.
                if step.action == .decideTime && step.form["granted"] == "true" || step.action == .serve {
                    due = step.due
                }
                continue
            }
            waits[step.from] = (waits[step.from] ?? []) + [max(0, step.at.milliseconds(since: since) / 60_000)]
            own.steps += 1
            // The clock of a state stops when its exceedance is withdrawn: a dismissal was not late by it.
            if step.action != .dismiss, due.map({ step.at > $0 }) ?? false {
                own.lateSteps += 1
                late[step.from] = (late[step.from] ?? 0) + 1
                let owner = ClosedLoop.stand(of: step.from).map { ClosedLoop.role(of: $0.owner, on: subject) }
                if owner == .branchOfficer { own.ownLateSteps += 1 }
            }
            (since, due) = (step.at, step.due)
        }
        let isFalse = subject.isWithdrawn || Self.falseBranches.contains(subject.branch ?? .exceedance)
        if !isFalse, subject.state != .merged {
            outlets[subject.outlet] = (subject.enterprise, (outlets[subject.outlet]?.cases ?? 0) + 1)
        }
        if subject.state == .closed, let branch = subject.branch {
            ended += 1
            branches[branch] = (branches[branch] ?? 0) + 1
            own.ended += 1
            if Self.falseBranches.contains(branch) { own.falseWarnings += 1 }
        }
        figures[subject.region] = own
    }

    /// What is no true exceedance.
    private static let falseBranches: Set<CaseBranch> = [.device, .condition, .mark, .withdrawn]

    /// The waits in the order of the loop.
    var stateWaits: [Wait] {
        CaseState.allCases.compactMap { state in
            guard let times = waits[state]?.sorted(), !times.isEmpty else { return nil }
            return Wait(
                state: state, count: times.count, median_min: times[(times.count - 1) / 2],
                p90_min: times[(times.count * 9 + 9) / 10 - 1], late: late[state] ?? 0)
        }
    }

    var byBranch: [BranchFigures] { figures.values.sorted { $0.region < $1.region } }

    /// Outlets with two cases and more, the worst first.
    var offenders: [Offender] {
        outlets.filter { $0.value.cases > 1 }
            .map { Offender(outlet: $0.key, enterprise: $0.value.enterprise, cases: $0.value.cases) }
            .sorted { ($1.cases, $0.outlet) < ($0.cases, $1.outlet) }
    }

    /// How many closed cases were no true exceedance.
    var falseWarnings: Int {
        Self.falseBranches.map { branches[$0] ?? 0 }.reduce(0, +)
    }

    /// False warnings in closed cases, in tenths of a percent; nil while none is closed.
    var falseShare_permille: Int? { Self.share_permille(falseWarnings, of: ended) }

    /// A share in tenths of a percent, rounded by GB/T 8170: a tie goes to the even neighbour; nil of nothing.
    static func share_permille(_ part: Int, of whole: Int) -> Int? {
        guard whole > 0 else { return nil }
        let (below, rest) = (part * 1_000).quotientAndRemainder(dividingBy: whole)
        let isUp = 2 * rest > whole || 2 * rest == whole && !below.isMultiple(of: 2)
        return isUp ? below + 1 : below
    }
}
