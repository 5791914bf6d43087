public import Kernel
import Persistence

extension AccessRoom {
    /// What a person's profile says.
    public func preferences(of person: PersonID) async throws -> Preferences {
        try await database.read { try People.preferences(of: person, in: $0) }
    }

    /// Sets what a person's profile says. It changes nothing that others see or do, so it is an act of the audit and no
    /// fact of the journal.
    public func setPreferences(_ preferences: Preferences, of person: PersonID) async throws {
        try await database.write { try People.setPreferences(preferences, of: person, in: $0) }
    }
}
