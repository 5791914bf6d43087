public import Kernel
public import Persistence
import Facts
import Web

extension GovernanceRoom {
    /// When a unit was reminded of a duty; nil before.
    public func remindedAt(_ duty: DutyID, in access: any ReadAccess) throws -> Instant? {
        try ReminderStore.reminder(of: duty, in: access)?.at
    }

    /// What is due soon, for whoever sees the work.
    var reminderRoutes: [Route] {
        Route.list(
            "/governance/reminders", summary: Phrase("临期事项", "what units owe within some working days"),
            permission: .roles([.cityOfficer, .liaison]), place: nil
        ) { visit, _ in try await remindersPage(visit) }
    }

    private func remindersPage(_ visit: Visit) async throws -> RemindersPage {
        let (desk, person, now) = (desk, try visit.signedIn().person, visit.now)
        let lines = try await database.read { access in
            // Refuses whoever does not see the work.
            _ = try Self.sight(of: person, desk, access)
            return try ReminderDesk(tasks: desk).near(at: now, in: access).map { near in
                RemindersPage.Line(
                    near: near, place: try dutyPlace(near.duty.reference, in: access),
                    personName: try near.person.flatMap { try desk.directory.name(of: $0, in: access) },
                    remindedAt: try ReminderStore.reminder(of: near.duty.id, in: access)?.at)
            }
        }
        return RemindersPage(lines: lines, workingDays: desk.figures.remindDays, now: now)
    }
}
