import Kernel

/// One step of a schema. Once it has shipped it never changes; it speaks SQL only, because it describes the past.
public struct Migration: Sendable {
    /// `room-0001-verb-what`, unique, in the order of its room.
    public let identifier: String
    /// SQL statements with the marks of `Dialect`.
    public let statements: [String]

    /// A step of a schema.
    public init(_ identifier: String, _ statements: [String]) {
        self.identifier = identifier
        self.statements = statements
    }

    /// What the runner remembers, to recognise an edited step.
    var digest: Digest256 { Digest256(of: statements.joined(separator: "\n;\n")) }
}

/// What a table is; `verify` and backup treat each kind differently.
public enum TableNature: String, Sendable {
    /// Must not change once written.
    case evidence
    /// Can be rebuilt from evidence, and is checked against it.
    case derived
    /// Administrative rows that change by facts.
    case register
    /// Sessions, leases, cursors: may be lost.
    case ephemeral
}

/// A table and what it is.
public struct TableDeclaration: Sendable {
    /// The table's name.
    public let name: String
    /// What it is.
    public let nature: TableNature

    /// Declares a table.
    public init(_ name: String, _ nature: TableNature) {
        self.name = name
        self.nature = nature
    }
}

/// What a room brings into the database.
public struct Schema: Sendable {
    /// The room's tables.
    public let tables: [TableDeclaration]
    /// Its steps, oldest first.
    public let migrations: [Migration]

    /// A room's part of the schema.
    public init(tables: [TableDeclaration], migrations: [Migration]) {
        self.tables = tables
        self.migrations = migrations
    }
}
