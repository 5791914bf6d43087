import Facts
import Kernel
import Persistence

/// What the bounds of the quarantine cost and is not journalled yet.
enum QuarantineDropStore {
    /// All of it as one fact; nil when nothing was dropped.
    static func waiting(_ access: any ReadAccess) throws -> QuarantineDropped? {
        let rows = try access.rows(
            "SELECT cause, entries, times, bytes, first_at_ms, last_at_ms FROM monitoring_quarantine_drop"
        )
        let moments = try rows.map { (try $0.instant("first_at_ms"), try $0.instant("last_at_ms")) }
        guard let from = moments.map(\.0).min(), let to = moments.map(\.1).max() else { return nil }
        return QuarantineDropped(
            entries: try rows.map { try $0.int("entries") }.reduce(0, +),
            times: try rows.map { try $0.int("times") }.reduce(0, +),
            bytes: try rows.map { try $0.int("bytes") }.reduce(0, +), from: from, to: to,
            causes: Dictionary(
                try rows.map { (try $0.text("cause"), try $0.int("entries")) }, uniquingKeysWith: { $0 + $1 }))
    }

    /// Forgets it: it is journalled now.
    static func clear(_ access: any WriteAccess) throws {
        try access.execute("DELETE FROM monitoring_quarantine_drop")
    }
}
