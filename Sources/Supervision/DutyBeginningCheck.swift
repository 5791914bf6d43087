import Facts
import Kernel
import Persistence

/// A duty of a case begins when the one before it ended, when the case was opened or when it was reopened, and each of
/// these gives rise to one duty: so it cannot be moved to the moment of anything else. (A decision on a request for
/// more time begins with the fact that tells its clock first.)
enum DutyBeginningCheck {
    static func report(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("duties of cases began with what gave rise to them")
        var owed: [String: [Duty]] = [:]
        try DutyBook.forEachDuty(access) { duty in
            guard duty.kind.hasPrefix(SettledDutyChecks.prefix), duty.kind != RecordAnswer.dutyKind else { return }
            owed[duty.reference, default: []].append(duty)
        }
        try CaseStore.forEach(access) { subject in
            guard let duties = owed[subject.id.text] else { return }
            let entries = try Journal.timeline(of: subject.id.text, scope: .city, limit: .max, in: access)
            let requests = duties.filter { $0.kind == CaseDesk.requestKind }
            for duty in requests { tally.examine(difference(of: duty, among: requests, entries)) }
            let reopenings = try entries.filter { try $0.fact(CaseReopened.self) != nil }.map(\.occurredAt)
            let causes = [subject.openedAt] + reopenings
            for difference in differences(among: duties.filter { $0.kind != CaseDesk.requestKind }, causes) {
                tally.examine(difference)
            }
        }
        return tally.report
    }

    /// What a watch looked at is written down a moment later, and another transaction may come between.
    private static let slack: Int64 = 60_000

    /// What is wrong with each of the duties of a case's states, nil for one that is right.
    private static func differences(among duties: [Duty], _ beginnings: [Instant]) -> [String?] {
        let causes = beginnings + duties.compactMap(\.settledAt)
        var free = causes
        // A clock that had run out before is owed from when it was due.
        let exact = duties.filter { duty in take(&free) { $0 == duty.since } != nil }
        return duties.map { duty in
            let isExact = exact.contains { $0.id == duty.id }
            let cause = isExact ? duty.since : duty.since == duty.due ? take(&free) { $0 > duty.due } : nil
            let end = duty.settledAt?.milliseconds ?? .max
            let isNext = cause.map { cause in
                cause.milliseconds - slack <= end
                    && !causes.contains {
                        $0.milliseconds > cause.milliseconds + slack && $0.milliseconds < end - slack
                    }
            }
            return isNext == true ? nil : "\(name(duty)) did not begin with what gave rise to it"
        }
    }

    private static func take(_ causes: inout [Instant], where fits: (Instant) -> Bool) -> Instant? {
        causes.firstIndex(where: fits).map { causes.remove(at: $0) }
    }

    /// A request that waits for its decision: its clock is told by the fact that it began with. Requests of the time
    /// before they had a clock began when they were asked.
    private static func difference(of duty: Duty, among requests: [Duty], _ entries: [JournalEntry]) -> String? {
        let telling = entries.first { decides($0) == duty.due }
        let isTold =
            telling.map { entry in
                entry.occurredAt == duty.since
                    || abs(entry.recordedAt.milliseconds(since: duty.since)) <= slack
                        && requests.contains { $0.id != duty.id && $0.settledAt == duty.since }
            }
            ?? entries.contains { entry in
                (try? entry.fact(CaseStepTaken.self))?.action == CaseAction.askTime.rawValue
                    && entry.occurredAt == duty.since
            }
        return isTold ? nil : "\(name(duty)) did not begin with what gave rise to it"
    }

    private static func decides(_ entry: JournalEntry) -> Instant? {
        if let fact = try? entry.fact(CaseStepTaken.self) { return fact.decides }
        if let fact = try? entry.fact(CaseEvidenceChanged.self) { return fact.decides }
        return (try? entry.fact(CaseEscalated.self))?.decides
    }

    private static func name(_ duty: Duty) -> String { "case \(duty.reference): duty \(duty.id) (\(duty.kind))" }
}
