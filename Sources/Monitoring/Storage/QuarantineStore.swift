import HJ212
import Kernel
import Persistence

/// What could not be filed, with the reason; the same bytes count up instead of piling up, and the whole is bounded.
enum QuarantineStore {
    /// Keeps bytes that could not be filed. When a bound is passed, the address that keeps most gives up what came
    /// least often, the oldest of those first, never what came just now; how much that was is kept until it is
    /// journalled.
    static func set(
        aside bytes: [UInt8], reason: String, remote: String, at receivedAt: Instant, directory: any OutletDirectory,
        bounds: QuarantineBounds = .design, in access: any WriteAccess
    ) throws {
        let digest = Digest256(of: bytes)
        guard try !countUp(digest, reason, remote, receivedAt, access) else { return }
        let device = QuarantineReading(bytes).device
        let station = try device.flatMap { try directory.station(of: $0, in: access) }
        let address = QuarantineEntry.address(of: remote)
        try access.execute(
            """
            INSERT INTO monitoring_quarantine (stretch_sha256, reason, remote, first_received_at_ms,
              last_received_at_ms, times, raw, address, byte_count, device_number, enterprise_id, region_code)
            VALUES (?1, ?2, ?3, ?4, ?4, 1, ?5, ?6, ?7, ?8, ?9, ?10)
            """,
            [
                .digest(digest), .text(reason), .text(remote), .instant(receivedAt), .blob(bytes), .text(address),
                .int(bytes.count), .code(device), .code(station?.enterprise), .code(station?.region),
            ])
        try weigh(Load(entries: 1, bytes: bytes.count), of: address, access)
        try keepBounds(bounds, sparing: digest, of: address, at: receivedAt, access)
    }

    private static func countUp(
        _ digest: Digest256, _ reason: String, _ remote: String, _ receivedAt: Instant, _ access: any WriteAccess
    ) throws -> Bool {
        try access.execute(
            """
            UPDATE monitoring_quarantine
            SET times = times + 1, last_received_at_ms = ?2, reason = ?3, remote = ?4 WHERE stretch_sha256 = ?1
            """, [.digest(digest), .instant(receivedAt), .text(reason), .text(remote)]) > 0
    }

    /// Takes an entry out: what it says is about to be stored, or looked at again.
    static func remove(_ entry: QuarantineEntry, in access: any WriteAccess) throws {
        let removed = try access.execute(
            "DELETE FROM monitoring_quarantine WHERE stretch_sha256 = ?1", [.digest(entry.digest)])
        if removed > 0 { try weigh(Load(entries: -1, bytes: -entry.byteCount), of: entry.address, access) }
    }

    /// Gives an entry that came back after it was looked at again the times it had: looking is not receiving.
    static func restoreTimes(of entry: QuarantineEntry, in access: any WriteAccess) throws {
        try access.execute(
            """
            UPDATE monitoring_quarantine SET times = ?2, first_received_at_ms = ?3, last_received_at_ms = ?4
            WHERE stretch_sha256 = ?1
            """,
            [
                .digest(entry.digest), .int(entry.times), .instant(entry.firstReceivedAt),
                .instant(entry.lastReceivedAt),
            ])
    }

    /// What an address, or the whole, keeps in quarantine.
    struct Load: Sendable, Equatable {
        let entries: Int
        let bytes: Int

        init(entries: Int, bytes: Int) {
            (self.entries, self.bytes) = (entries, bytes)
        }

        init(_ row: Row?) throws {
            self.init(entries: try row?.int("entries") ?? 0, bytes: try row?.int("bytes") ?? 0)
        }
    }

    /// What lies there in all.
    static func total(_ access: any ReadAccess) throws -> Load {
        try Load(access.row("SELECT entries, bytes FROM monitoring_quarantine_total"))
    }

    private static func load(of address: String, _ access: any ReadAccess) throws -> Load {
        try Load(
            access.row(
                "SELECT entries, bytes FROM monitoring_quarantine_load WHERE address = ?1", [.text(address)]))
    }

    private static func weigh(_ change: Load, of address: String, _ access: any WriteAccess) throws {
        let arguments: [SQLValue] = [.text(address), .int(change.entries), .int(change.bytes)]
        if change.entries > 0 {
            try access.execute(
                """
                INSERT INTO monitoring_quarantine_load (address, entries, bytes) VALUES (?1, ?2, ?3)
                ON CONFLICT (address) DO UPDATE SET entries = monitoring_quarantine_load.entries + excluded.entries,
                  bytes = monitoring_quarantine_load.bytes + excluded.bytes
                """, arguments)
        } else {
            try access.execute(
                """
                UPDATE monitoring_quarantine_load SET entries = entries + ?2, bytes = bytes + ?3 WHERE address = ?1
                """, arguments)
            try access.execute(
                "DELETE FROM monitoring_quarantine_load WHERE address = ?1 AND entries = 0", [.text(address)])
        }
        try access.execute(
            "UPDATE monitoring_quarantine_total SET entries = entries + ?1, bytes = bytes + ?2",
            [.int(change.entries), .int(change.bytes)])
    }

    private static func keepBounds(
        _ bounds: QuarantineBounds, sparing newcomer: Digest256, of address: String, at now: Instant,
        _ access: any WriteAccess
    ) throws {
        while let (victim, cause) = try excess(bounds, address, access) {
            guard let entry = try leastCounted(of: victim, sparing: newcomer, access) else { return }
            try remove(entry, in: access)
            try note(entry, cause, now, access)
        }
    }

    /// The address that must give something up, and why; nil while all bounds are kept.
    private static func excess(
        _ bounds: QuarantineBounds, _ address: String, _ access: any ReadAccess
    ) throws -> (address: String, cause: QuarantineCause)? {
        let own = try load(of: address, access)
        if own.entries > bounds.addressEntriesMax { return (address, .addressEntries) }
        if own.bytes > bounds.addressBytesMax { return (address, .addressBytes) }
        let all = try total(access)
        if all.entries > bounds.entriesMax { return (try heaviest(by: "entries", access), .entries) }
        if all.bytes > bounds.bytesMax { return (try heaviest(by: "bytes", access), .bytes) }
        return nil
    }

    private static func heaviest(by column: String, _ access: any ReadAccess) throws -> String {
        try access.row(
            "SELECT address FROM monitoring_quarantine_load ORDER BY \(column) DESC, address LIMIT 1"
        )?.text("address") ?? ""
    }

    private static func leastCounted(
        of address: String, sparing newcomer: Digest256, _ access: any ReadAccess
    ) throws -> QuarantineEntry? {
        try access.row(
            """
            SELECT \(columns) FROM monitoring_quarantine WHERE address = ?1 AND stretch_sha256 <> ?2
            ORDER BY times, last_received_at_ms, stretch_sha256 LIMIT 1
            """, [.text(address), .digest(newcomer)]
        ).map(entry)
    }

    private static func note(
        _ entry: QuarantineEntry, _ cause: QuarantineCause, _ now: Instant, _ access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO monitoring_quarantine_drop (cause, entries, times, bytes, first_at_ms, last_at_ms)
            VALUES (?1, 1, ?2, ?3, ?4, ?4)
            ON CONFLICT (cause) DO UPDATE SET entries = monitoring_quarantine_drop.entries + 1,
              times = monitoring_quarantine_drop.times + excluded.times,
              bytes = monitoring_quarantine_drop.bytes + excluded.bytes, last_at_ms = excluded.last_at_ms
            """, [.text(cause.rawValue), .int(entry.times), .int(entry.byteCount), .instant(now)])
    }

    static let columns = """
        stretch_sha256, reason, device_number, address, remote, first_received_at_ms, last_received_at_ms, times, \
        byte_count
        """

    static func entry(_ row: Row) throws -> QuarantineEntry {
        QuarantineEntry(
            digest: try row.digest("stretch_sha256"), reason: try row.text("reason"),
            device: try row.optional("device_number", Row.code), address: try row.text("address"),
            remote: try row.text("remote"), firstReceivedAt: try row.instant("first_received_at_ms"),
            lastReceivedAt: try row.instant("last_received_at_ms"), times: try row.int("times"),
            byteCount: try row.int("byte_count"))
    }
}
