import Kernel
import Persistence

extension GovernanceWatch {
    /// Lets duties about milestones, deadlines, documents, projects, obstacles and needs follow what is open.
    func lookAtMatters() async throws {
        let (matters, shelf, now) = (MatterDesk(tasks: desk), desk.shelf, clock.now())
        let waiting = try await database.read { access in
            try shelf.everything(in: access).contains { try !matters.moves(of: $0, at: now, in: access).isEmpty }
        }
        guard waiting else { return }
        try await database.write { access in
            for policy in try shelf.everything(in: access) { try matters.follow(policy, at: now, in: access) }
        }
    }
}
