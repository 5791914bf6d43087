public import Kernel

/// What a database is for, written once when it is created: a demonstration never becomes a real installation.
public enum Installation {
    /// What a database is for.
    public enum Purpose: String, Sendable {
        /// Invented enterprises and people; one-click sign-in.
        case demonstration
        /// The real thing.
        case real
    }

    /// Marks a new database.
    public static func mark(_ purpose: Purpose, at now: Instant, in access: any WriteAccess) throws {
        try access.execute(
            "INSERT INTO installation (only_row, purpose, created_at_ms) VALUES (1, ?1, ?2)",
            [.text(purpose.rawValue), .instant(now)])
    }

    /// What this database is for; nil when it is new.
    public static func purpose(_ access: any ReadAccess) throws -> Purpose? {
        try access.row("SELECT purpose FROM installation")?.choice("purpose")
    }

    /// When this database was made; nil when it is new.
    public static func createdAt(_ access: any ReadAccess) throws -> Instant? {
        try access.row("SELECT created_at_ms FROM installation")?.instant("created_at_ms")
    }
}
