import Kernel
import Persistence

extension QuarantineStore {
    /// Entries in sight, the last received first.
    static func entries(
        _ filter: QuarantineFilter, behind place: QuarantineFilter.Place?, scope: Scope, limit: Int,
        in access: any ReadAccess
    ) throws -> [QuarantineEntry] {
        var condition = Condition(filter, scope)
        if let place {
            condition.add(
                "(last_received_at_ms, stretch_sha256) < (?, ?)", .instant(place.lastReceivedAt),
                .digest(place.digest))
        }
        return try access.rows(
            """
            SELECT \(columns) FROM monitoring_quarantine WHERE \(condition.sql)
            ORDER BY last_received_at_ms DESC, stretch_sha256 DESC LIMIT \(limit)
            """, condition.arguments
        ).map(entry)
    }

    /// How many entries in sight there are of each reason, and how often they came.
    static func countsByReason(
        _ filter: QuarantineFilter, scope: Scope, in access: any ReadAccess
    ) throws -> [(reason: String, entries: Int, times: Int)] {
        let condition = Condition(filter, scope)
        return try access.rows(
            """
            SELECT reason, COUNT(*) AS entries, SUM(times) AS times FROM monitoring_quarantine
            WHERE \(condition.sql) GROUP BY reason ORDER BY entries DESC, reason
            """, condition.arguments
        ).map { (try $0.text("reason"), try $0.int("entries"), try $0.int("times")) }
    }

    /// The addresses from which most frames with a wrong CRC in sight came. A CRC that fails proves nothing of the
    /// device named inside; the address is where they did come from.
    static func checksumFailuresByAddress(
        _ filter: QuarantineFilter, scope: Scope, limit: Int, in access: any ReadAccess
    ) throws -> [(address: String, entries: Int, times: Int)] {
        var condition = Condition(filter, scope)
        condition.add("reason = ?", .text(checksumFailure))
        return try access.rows(
            """
            SELECT address, COUNT(*) AS entries, SUM(times) AS times FROM monitoring_quarantine
            WHERE \(condition.sql) GROUP BY address ORDER BY times DESC, address LIMIT \(limit)
            """, condition.arguments
        ).map { (try $0.text("address"), try $0.int("entries"), try $0.int("times")) }
    }

    /// The reason of a frame whose CRC is that of no known check.
    static let checksumFailure = "crc-mismatch"

    /// How often a device's bytes of a reason came, as far as they came last since a moment.
    static func times(
        reason: String, device: DeviceNumber, since: Instant, in access: any ReadAccess
    ) throws -> Int {
        try access.row(
            """
            SELECT COALESCE(SUM(times), 0) AS times FROM monitoring_quarantine
            WHERE device_number = ?1 AND last_received_at_ms >= ?2 AND reason = ?3
            """, [.code(device), .instant(since), .text(reason)]
        )?.int("times") ?? 0
    }

    /// One entry in sight, with its bytes.
    static func entry(
        _ digest: Digest256, scope: Scope, in access: any ReadAccess
    ) throws -> (entry: QuarantineEntry, bytes: [UInt8])? {
        let condition = ScopeCondition(scope, first: 2)
        return try access.row(
            "SELECT \(columns), raw FROM monitoring_quarantine WHERE stretch_sha256 = ?1 AND (\(condition.sql))",
            [.digest(digest)] + condition.arguments
        ).map { (try entry($0), try $0.blob("raw")) }
    }

    /// Entries with their bytes in the order of their digests, behind one: for going through all of them.
    static func batch(
        reason: String?, device: DeviceNumber?, behind digest: Digest256?, limit: Int, in access: any ReadAccess
    ) throws -> [(entry: QuarantineEntry, bytes: [UInt8])] {
        try access.rows(
            """
            SELECT \(columns), raw FROM monitoring_quarantine
            WHERE stretch_sha256 > ?1 AND (?2 IS NULL OR reason = ?2) AND (?3 IS NULL OR device_number = ?3)
            ORDER BY stretch_sha256 LIMIT ?4
            """, [.blob(digest?.bytes ?? []), .optionalText(reason), .code(device), .int(limit)]
        ).map { (try entry($0), try $0.blob("raw")) }
    }

    /// A WHERE clause that grows; a question mark stands for the next argument.
    private struct Condition {
        private(set) var sql: String
        private(set) var arguments: [SQLValue]

        init(_ filter: QuarantineFilter, _ scope: Scope) {
            let inSight = ScopeCondition(scope, first: 1)
            (sql, arguments) = ("(\(inSight.sql))", inSight.arguments)
            let (from, before) = filter.moments
            if let reason = filter.reason { add("reason = ?", .text(reason)) }
            if let device = filter.device { add("device_number = ?", .text(device)) }
            if let address = filter.address { add("address = ?", .text(address)) }
            if let from { add("last_received_at_ms >= ?", .instant(from)) }
            if let before { add("last_received_at_ms < ?", .instant(before)) }
        }

        mutating func add(_ text: String, _ values: SQLValue...) {
            let parts = text.split(separator: "?", omittingEmptySubsequences: false)
            sql += " AND "
            for (index, part) in parts.enumerated() {
                sql += index == 0 ? String(part) : "?\(arguments.count + index)\(part)"
            }
            arguments += values
        }
    }
}
