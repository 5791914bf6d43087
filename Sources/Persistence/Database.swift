/// Reads inside one snapshot. Statements are portable SQL; placeholders are written `?1`, `?2`, ….
public protocol ReadAccess {
    /// All rows of a result; for results whose size the caller bounds.
    func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [Row]

    /// Each row in turn, without holding the others; for results of any size.
    func forEachRow(_ sql: String, _ arguments: [SQLValue], _ body: (Row) throws -> Void) throws
}

extension ReadAccess {
    /// The first row of a result.
    public func row(_ sql: String, _ arguments: [SQLValue] = []) throws -> Row? {
        try rows(sql, arguments).first
    }

    /// All rows of a result without arguments.
    public func rows(_ sql: String) throws -> [Row] {
        try rows(sql, [])
    }
}

/// Reads and changes inside one transaction; a thrown error takes everything back.
public protocol WriteAccess: ReadAccess {
    /// Runs a statement and tells how many rows it changed.
    @discardableResult
    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int

    /// Runs one statement for each row of arguments, in order; tells for each how many rows it changed. For hot paths:
    /// an engine prepares the statement once.
    func executeEach(_ sql: String, _ rows: [[SQLValue]]) throws -> [Int]
}

extension WriteAccess {
    public func executeEach(_ sql: String, _ rows: [[SQLValue]]) throws -> [Int] {
        try rows.map { try execute(sql, $0) }
    }

    /// Runs a statement without arguments.
    @discardableResult
    public func execute(_ sql: String) throws -> Int {
        try execute(sql, [])
    }

    /// Does several changes whole or not at all: what fails takes back its own part, and the transaction goes on.
    public func whole<Value>(_ body: () throws -> Value) throws -> Value {
        try execute("SAVEPOINT whole_part")
        do {
            let value = try body()
            try execute("RELEASE SAVEPOINT whole_part")
            return value
        } catch {
            try execute("ROLLBACK TO SAVEPOINT whole_part")
            try execute("RELEASE SAVEPOINT whole_part")
            throw error
        }
    }
}

/// The port to a database: closures run synchronously on the driver's own threads, asynchronous only from outside,
/// so that a store is written once for every engine.
public protocol Database: Sendable {
    /// The few differences between engines.
    var dialect: Dialect { get }

    /// Fires after every commit of this process.
    var commits: CommitSignal { get }

    /// Reads in a snapshot.
    func read<Value: Sendable>(_ body: @Sendable @escaping (any ReadAccess) throws -> Value) async throws -> Value

    /// Writes in a transaction that is durable when this returns.
    func write<Value: Sendable>(_ body: @Sendable @escaping (any WriteAccess) throws -> Value) async throws -> Value
}
