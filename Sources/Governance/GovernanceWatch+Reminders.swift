import Kernel
import Persistence

extension GovernanceWatch {
    /// Reminds units of what is due soon.
    func lookAtReminders() async throws {
        let (reminders, now) = (ReminderDesk(tasks: desk), clock.now())
        let waiting = try await database.read { try !reminders.unreminded(at: now, in: $0).isEmpty }
        guard waiting else { return }
        try await database.write { access in
            for near in try reminders.unreminded(at: now, in: access) {
                try reminders.remind(near, at: now, in: access)
            }
        }
    }
}
