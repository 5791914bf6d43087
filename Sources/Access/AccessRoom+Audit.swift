public import Facts
import Persistence

extension AccessRoom {
    /// Keeps an event.
    public func note(_ event: AccessEvent) async throws {
        try await database.write { try EventStore.append(event, in: $0) }
    }

    /// What was done here, newest first: forms that were sent, and sign-ins.
    public func events(_ filter: AuditFilter) async throws -> [AccessEvent] {
        try await database.read { try EventStore.events(filter, in: $0) }
    }

    /// The journal's entries as an auditor reads them, newest first.
    public func journalEntries(_ filter: AuditFilter) async throws -> [JournalEntry] {
        try await database.read { access in
            try Journal.page(
                author: filter.person.map { FactAuthor.person($0) }, kindPrefix: filter.beginning,
                from: filter.from, until: filter.until, before: filter.before, limit: filter.limit, in: access)
        }
    }
}
