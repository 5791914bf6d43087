import Kernel
import Persistence

extension GovernanceWatch {
    /// Lets the scores of the reserve pool follow the lights of the tasks that projects serve.
    func lookAtPool() async throws {
        let (pool, now) = (pool, clock.now())
        let moved = try await database.read { try pool.moved(in: $0) }
        guard !moved.isEmpty else { return }
        try await database.write { access in
            for project in moved { try pool.rescore(project, at: now, in: access) }
        }
    }
}
