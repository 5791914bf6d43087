import Facts
import Kernel
import Persistence

/// What was found of each device, from when until when.
enum FindingStore {
    /// A finding with its time.
    struct Known: Sendable, Equatable {
        let kind: HealthFindingKind
        let beganAt: Instant
        let endedAt: Instant?
        let evidence: [String: String]
    }

    static func begin(
        _ finding: HealthFinding, of station: DeviceStation, at now: Instant, in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO devices_finding (outlet_id, kind, began_at_ms, ended_at_ms, evidence, device_number,
              enterprise_id, region_code) VALUES (?1, ?2, ?3, NULL, ?4, ?5, ?6, ?7)
            ON CONFLICT (outlet_id, kind, began_at_ms) DO UPDATE SET ended_at_ms = NULL
            """,
            [
                .code(station.outlet), .text(finding.kind.rawValue), .instant(now),
                .blob(try CanonicalJSON.bytes(of: finding.evidence)), .code(station.device),
                .code(station.enterprise), .code(station.region),
            ])
    }

    static func end(
        _ kind: HealthFindingKind, of outlet: OutletID, at now: Instant, in access: any WriteAccess
    ) throws {
        try access.execute(
            "UPDATE devices_finding SET ended_at_ms = ?3 WHERE outlet_id = ?1 AND kind = ?2 AND ended_at_ms IS NULL",
            [.code(outlet), .text(kind.rawValue), .instant(now)])
    }

    /// Those that have not ended.
    static func open(of outlet: OutletID, in access: any ReadAccess) throws -> [Known] {
        try access.rows(
            "SELECT \(columns) FROM devices_finding WHERE outlet_id = ?1 AND ended_at_ms IS NULL ORDER BY kind",
            [.code(outlet)]
        ).map(known)
    }

    /// The newest of an outlet in sight, ended ones too.
    static func newest(
        of outlet: OutletID, scope: Scope, limit: Int, in access: any ReadAccess
    ) throws -> [Known] {
        let condition = ScopeCondition(scope, first: 3)
        return try access.rows(
            """
            SELECT \(columns) FROM devices_finding WHERE outlet_id = ?1 AND (\(condition.sql))
            ORDER BY began_at_ms DESC, kind LIMIT ?2
            """, [.code(outlet), .int(limit)] + condition.arguments
        ).map(known)
    }

    /// Every finding with its device and whose it is, in the order in which they began.
    static func forEach(
        _ access: any ReadAccess, _ body: (Known, DeviceNumber, FactSubject) throws -> Void
    ) throws {
        try access.forEachRow(
            """
            SELECT \(columns), outlet_id, device_number, enterprise_id, region_code FROM devices_finding
            ORDER BY began_at_ms, outlet_id, kind
            """, []
        ) { row in
            try body(
                known(row), row.code("device_number"),
                FactSubject(
                    enterprise: row.code("enterprise_id"), region: row.code("region_code"),
                    reference: row.text("outlet_id")))
        }
    }

    private static let columns = "kind, began_at_ms, ended_at_ms, evidence"

    private static func known(_ row: Row) throws -> Known {
        Known(
            kind: try row.choice("kind"), beganAt: try row.instant("began_at_ms"),
            endedAt: try row.optional("ended_at_ms", Row.instant),
            evidence: try CanonicalJSON.value([String: String].self, from: row.blob("evidence")))
    }
}
