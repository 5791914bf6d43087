import Facts
import Kernel
import Persistence

/// Duties of cases that are over were owed by whom the loop's table says, or whom the journal tells they were handed
/// to, and ended with a step of their case or with news of it.
enum SettledDutyChecks {
    static func report(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("duties of cases that are over were owed and ended as was journalled")
        var settled: [String: [Duty]] = [:]
        var lifted: Set<Instant> = []
        try DutyBook.forEachDuty(access) { duty in
            guard duty.state != .open, duty.kind.hasPrefix(prefix), duty.kind != RecordAnswer.dutyKind
            else { return }
            settled[duty.reference, default: []].append(duty)
            if duty.state == .lifted, let at = duty.settledAt { lifted.insert(at) }
        }
        let silent = try silent(lifted, access)
        try CaseStore.forEach(access) { subject in
            guard let duties = settled.removeValue(forKey: subject.id.text) else { return }
            let entries = try Journal.timeline(of: subject.id.text, scope: .city, limit: .max, in: access)
            let course = Course(subject: subject, entries: entries, silent: silent)
            for duty in duties { tally.examine(course.difference(of: duty)) }
        }
        for reference in settled.keys.sorted() {
            tally.examine("a duty that is over refers to case \(reference), which does not exist")
        }
        return tally.report
    }

    static let prefix = "supervision."

    /// The moments at which nothing was journalled.
    private static func silent(_ moments: Set<Instant>, _ access: any ReadAccess) throws -> Set<Instant> {
        var silent = moments
        try Journal.forEachEntry(access) { entry in
            // What was missed occurred when it was due, whatever happened then.
            if entry.kind != DutyMissed.kind { silent.remove(entry.occurredAt) }
            silent.remove(entry.recordedAt)
        }
        return silent
    }

    /// What the steps and the facts of a case say of its duties.
    private struct Course {
        let subject: SupervisionCase
        let entries: [JournalEntry]
        let silent: Set<Instant>

        func difference(of duty: Duty) -> String? {
            let name = "case \(subject.id): duty \(duty.id) (\(duty.kind))"
            guard let action = CaseAction(rawValue: String(duty.kind.dropFirst(prefix.count))),
                let at = duty.settledAt
            else { return "\(name) is none of the loop" }
            if !isOwed(action, duty) { return "\(name) was owed by \(duty.role.rawValue), which was not journalled" }
            let isEnded =
                duty.state == .done
                ? subject.steps.contains { $0.at == at } : SettledDutyChecks.isNews(at, silent, entries)
            return isEnded ? nil : "\(name) ended at a moment at which nothing of its case was journalled"
        }

        /// Whether a role owes an action by the table, or had it handed up. Who closes follows from the weight, which
        /// may have changed since: a closing that was done was owed by whoever did it, or by whoever stands above.
        private func isOwed(_ action: CaseAction, _ duty: Duty) -> Bool {
            let stands = ClosedLoop.stands + [ClosedLoop.request, ClosedLoop.service]
            let owners = stands.filter { $0.duty == action }.map(\.owner)
            var roles = owners.flatMap { owner -> [Role] in
                owner == .closing ? [.branchOfficer, .cityOfficer] : [ClosedLoop.role(of: owner, on: subject)]
            }
            if action == .dismiss { roles.append(.cityOfficer) }
            if action == .close, duty.state == .done {
                roles = subject.steps.filter { $0.at == duty.settledAt }.map(\.role)
            }
            return roles.contains(duty.role) || isHandedUp(action, duty)
        }

        private func isHandedUp(_ action: CaseAction, _ duty: Duty) -> Bool {
            entries.contains { entry in
                guard let fact = try? entry.fact(CaseEscalated.self), fact.handedTo == duty.role else { return false }
                if let beside = fact.beside { return beside == action.rawValue }
                let state = CaseState(rawValue: fact.state)
                let stands = ClosedLoop.stands.filter { $0.state == state } + [ClosedLoop.service]
                return stands.contains { $0.timeOut == .handUp(action) }
            }
        }
    }

    /// Whether something was journalled then, or of a case within a minute: what a watch does is written down a moment
    /// later than the moment it looked at.
    ///
    /// - Parameters:
    ///   - silent: The moments at which nothing was journalled.
    ///   - entries: Those of the case.
    private static func isNews(_ at: Instant, _ silent: Set<Instant>, _ entries: [JournalEntry]) -> Bool {
        !silent.contains(at) || entries.contains { abs($0.recordedAt.milliseconds(since: at)) <= 60_000 }
    }
}
