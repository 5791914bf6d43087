import Facts
import Kernel
import Persistence

/// Counts the exceedances of an outlet in the time in which they happened, so that the order in which they became known
/// changes no level.
extension CaseDesk {
    /// Within how many days exceedances of an outlet are counted together.
    static let repeatDays: Int64 = 30

    /// The how manieth exceedance of its outlet within 30 days a case is for: those before its first that stand, and
    /// were not found to be a device's fault, a condition of operation or a wrong mark.
    func occurrence(
        at outlet: OutletID, of first: Instant, in id: CaseID, _ access: any ReadAccess
    ) throws -> Int {
        let others = try EpisodeStore.standing(
            at: outlet, from: first.adding(hours: -24 * Self.repeatDays), to: first, before: id, in: access)
        return try others.reduce(1) { count, other in
            let branch = try CaseStore.subject(other.caseID, scope: .city, in: access)?.branch
            return branch == nil || branch == .exceedance ? count + other.count : count
        }
    }

    /// Counts the open cases of an outlet again, after an exceedance came, went, moved or was qualified. A duty follows
    /// the weight of its case.
    func recount(at outlet: OutletID, at now: Instant, in access: any WriteAccess) throws {
        for before in try CaseStore.open(at: outlet, in: access) {
            guard let first = before.episodes.first?.extent.firstHour else { continue }
            let occurrence = try occurrence(at: outlet, of: first, in: before.id, access)
            guard occurrence != before.occurrence else { continue }
            try CaseStore.recount(before.id, as: occurrence, in: access)
            let after = try stored(before.id, in: access)
            try journal.append(
                CaseRecounted(caseID: after.id, occurrence: occurrence, level: after.level), about: factSubject(after),
                by: .system("supervision"), occurredAt: now, in: access)
            try followWeight(of: after, before: before, at: now, in: access)
        }
    }

    /// The weight of a case decides who closes it, so the duty follows.
    func followWeight(
        of after: SupervisionCase, before: SupervisionCase, at now: Instant, in access: any WriteAccess
    ) throws {
        guard let due = after.due, ClosedLoop.duty(of: before)?.role != ClosedLoop.duty(of: after)?.role else { return }
        try DutyBook.settle(
            reference: after.id.text, Self.ofState, as: .lifted, at: now, journal: journal, in: access)
        try assignDuty(of: after, since: min(now, due), in: access)
    }
}
