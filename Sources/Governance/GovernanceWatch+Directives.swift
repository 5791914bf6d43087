import Kernel
import Persistence

extension GovernanceWatch {
    /// Calls on the office for items of notices and minutes that are overdue.
    func lookAtDirectives() async throws {
        let (directives, now) = (DirectiveDesk(tasks: desk), clock.now())
        let waiting = try await database.read { try directives.overdueUnpressed(at: now, in: $0) }
        guard !waiting.isEmpty else { return }
        try await database.write { access in
            for reference in try directives.overdueUnpressed(at: now, in: access) {
                try directives.press(reference, at: now, in: access)
            }
        }
    }
}
