import Persistence

/// A database for tests that must end before they reach it; it holds nothing and refuses nothing.
struct UnusedDatabase: Database, WriteAccess {
    let dialect = Dialect.sqlite
    let commits = CommitSignal()

    func read<Value: Sendable>(
        _ body: @Sendable @escaping (any ReadAccess) throws -> Value
    ) async throws -> Value { try body(self) }

    func write<Value: Sendable>(
        _ body: @Sendable @escaping (any WriteAccess) throws -> Value
    ) async throws -> Value { try body(self) }

    func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [Row] { [] }

    func forEachRow(_ sql: String, _ arguments: [SQLValue], _ body: (Row) throws -> Void) throws {}

    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int { 0 }
}
