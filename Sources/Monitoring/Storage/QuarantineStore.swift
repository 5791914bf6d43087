import Kernel
import Persistence

/// What could not be filed, with the reason; the same bytes count up instead of piling up.
enum QuarantineStore {
    static func set(
        aside bytes: [UInt8], reason: String, remote: String, at receivedAt: Instant, in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO monitoring_quarantine (stretch_sha256, reason, remote, first_received_at_ms,
              last_received_at_ms, times, raw)
            VALUES (?1, ?2, ?3, ?4, ?4, 1, ?5)
            ON CONFLICT (stretch_sha256) DO UPDATE SET
              times = monitoring_quarantine.times + 1, last_received_at_ms = excluded.last_received_at_ms,
              reason = excluded.reason, remote = excluded.remote
            """,
            [.digest(Digest256(of: bytes)), .text(reason), .text(remote), .instant(receivedAt), .blob(bytes)])
    }

    /// How many different stretches lie there.
    static func count(_ access: any ReadAccess) throws -> Int {
        try access.row("SELECT COUNT(*) AS count FROM monitoring_quarantine")?.int("count") ?? 0
    }
}
