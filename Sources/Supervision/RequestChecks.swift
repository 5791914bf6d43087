import Facts
import Kernel
import Persistence

/// Requests for more time: each that is open has one duty with one owner, on the clock that was journalled.
enum RequestChecks {
    /// Each request whose decision is owed has exactly one open duty, that of whoever decides; other cases have none.
    static func duties(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("each open request for more time has exactly one duty with one owner")
        var open: [String: [Duty]] = [:]
        try DutyBook.forEachDuty(access) { duty in
            guard duty.state == .open, duty.kind == CaseDesk.requestKind else { return }
            open[duty.reference, default: []].append(duty)
        }
        try CaseStore.forEach(access) { subject in
            let duties = open.removeValue(forKey: subject.id.text) ?? []
            let isOwed = ClosedLoop.owesDecision(subject)
            guard isOwed || !duties.isEmpty || subject.request != nil else { return }
            let wanted = ClosedLoop.requestDuty(of: subject)
            let agrees =
                isOwed && duties.count == 1
                && duties.allSatisfy { duty in
                    duty.role == wanted?.role && duty.due == wanted?.due && duty.region == subject.region
                        && duty.enterprise == subject.enterprise
                }
            let found = duties.map { "\($0.role.rawValue) until \($0.due.civil.minuteText)" }
            tally.examine(agrees ? nil : "the request of case \(subject.id) is to be decided by \(found)")
        }
        for reference in open.keys.sorted() {
            tally.examine("a decision on a request of case \(reference) is owed, which does not exist")
        }
        return tally.report
    }

    private enum Expected: Equatable {
        case clock(ClosedLoop.RequestClock?)
        /// It was asked for when requests had no clock.
        case untold
    }

    /// The clock of each request is the one that was journalled last, and as late as was journalled.
    static func clocks(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("clocks of requests for more time are as they were journalled")
        try CaseStore.forEach(access) { subject in
            guard subject.steps.contains(where: { $0.action == .askTime }) else { return }
            let entries = try Journal.timeline(of: subject.id.text, scope: .city, limit: .max, in: access)
            let expected = expected(entries.sorted { $0.sequence < $1.sequence })
            let agrees = expected == .untold || expected == .clock(subject.request)
            tally.examine(agrees ? nil : "case \(subject.id): the clock of its request was not journalled so")
        }
        return tally.report
    }

    /// What the facts of a case say of its request, the oldest first.
    private static func expected(_ entries: [JournalEntry]) -> Expected {
        entries.reduce(.clock(nil)) { known, entry in
            let told: Instant?
            if let fact = try? entry.fact(CaseStepTaken.self) {
                if fact.action == CaseAction.decideTime.rawValue || fact.from != fact.to { return .clock(nil) }
                // Nothing is owed of a withdrawn case either: its clock begins when an exceedance stands again.
                if fact.action == CaseAction.askTime.rawValue, fact.decides == nil { return .untold }
                told = fact.decides
            } else if let fact = try? entry.fact(CaseEvidenceChanged.self) {
                told = fact.decides
            } else if let fact = try? entry.fact(CaseEscalated.self), fact.beside != nil {
                return .clock(fact.decides.map { ClosedLoop.RequestClock(due: $0, isOvertime: true) })
            } else {
                return known
            }
            if known == .untold, told == nil { return known }
            // The same clock runs on, and stays as late as it was.
            if case .clock(let clock?) = known, clock.due == told { return known }
            return .clock(told.map { ClosedLoop.RequestClock(due: $0, isOvertime: false) })
        }
    }
}
