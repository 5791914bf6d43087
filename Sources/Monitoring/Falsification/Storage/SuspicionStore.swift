import Kernel
import Persistence

/// The suspicions of falsification.
enum SuspicionStore {
    static func insert(_ suspicion: Suspicion, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO monitoring_suspicion (suspicion_id, sign, outlet_id, pollutant, first_hour_ms, last_hour_ms,
              found_at_ms, ended_at_ms, decision_id, enterprise_id, region_code)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            """,
            [
                .code(suspicion.id), .text(suspicion.sign.rawValue), .code(suspicion.outlet),
                .text(suspicion.pollutant?.text ?? ""), .instant(suspicion.firstHour), .instant(suspicion.lastHour),
                .instant(suspicion.foundAt), .instant(suspicion.endedAt), .code(suspicion.decision),
                .code(suspicion.enterprise), .code(suspicion.region),
            ])
    }

    /// It was seen again, until this hour.
    static func extend(_ id: SuspicionID, to lastHour: Instant, in access: any WriteAccess) throws {
        try access.execute(
            "UPDATE monitoring_suspicion SET last_hour_ms = ?2 WHERE suspicion_id = ?1 AND last_hour_ms < ?2",
            [.code(id), .instant(lastHour)])
    }

    static func end(_ id: SuspicionID, at now: Instant, in access: any WriteAccess) throws {
        try access.execute(
            "UPDATE monitoring_suspicion SET ended_at_ms = ?2 WHERE suspicion_id = ?1 AND ended_at_ms IS NULL",
            [.code(id), .instant(now)])
    }

    /// What is open at an outlet.
    static func open(at outlet: OutletID, in access: any ReadAccess) throws -> [Suspicion] {
        try access.rows(
            "SELECT \(columns) FROM monitoring_suspicion WHERE outlet_id = ?1 AND ended_at_ms IS NULL ORDER BY sign",
            [.code(outlet)]
        ).map(suspicion)
    }

    /// The newest one of a kind whose hours touch these; nil for none.
    static func newest(
        _ sign: SignKind, of pollutant: PollutantCode, at outlet: OutletID, in hours: ClosedRange<Instant>,
        _ access: any ReadAccess
    ) throws -> SuspicionID? {
        try access.row(
            """
            SELECT suspicion_id FROM monitoring_suspicion
            WHERE outlet_id = ?1 AND sign = ?2 AND pollutant = ?3 AND first_hour_ms <= ?5 AND last_hour_ms >= ?4
            ORDER BY found_at_ms DESC, suspicion_id DESC LIMIT 1
            """,
            [
                .code(outlet), .text(sign.rawValue), .code(pollutant), .instant(hours.lowerBound),
                .instant(hours.upperBound),
            ]
        ).map { try $0.code("suspicion_id") }
    }

    /// Whether a sign of a factor was suspected, then or still, in some hour of these.
    static func isKnown(
        _ sign: SignKind, of pollutant: PollutantCode?, at outlet: OutletID, in hours: ClosedRange<Instant>,
        _ access: any ReadAccess
    ) throws -> Bool {
        try access.row(
            """
            SELECT 1 AS known FROM monitoring_suspicion
            WHERE outlet_id = ?1 AND sign = ?2 AND pollutant = ?3 AND first_hour_ms <= ?5 AND last_hour_ms >= ?4
            LIMIT 1
            """,
            [
                .code(outlet), .text(sign.rawValue), .text(pollutant?.text ?? ""), .instant(hours.lowerBound),
                .instant(hours.upperBound),
            ]) != nil
    }

    static func suspicion(_ id: SuspicionID, scope: Scope, in access: any ReadAccess) throws -> Suspicion? {
        let condition = ScopeCondition(scope, first: 2)
        return try access.row(
            "SELECT \(columns) FROM monitoring_suspicion WHERE suspicion_id = ?1 AND (\(condition.sql))",
            [.code(id)] + condition.arguments
        ).map(suspicion)
    }

    /// A page of the list in sight, newest first.
    static func page(
        _ filter: SuspicionFilter, behind place: SuspicionFilter.Place?, scope: Scope, limit: Int,
        in access: any ReadAccess
    ) throws -> [Suspicion] {
        let condition = ScopeCondition(scope, first: 8)
        return try access.rows(
            """
            SELECT \(columns) FROM monitoring_suspicion
            WHERE (?1 IS NULL OR sign = ?1) AND (?2 IS NULL OR region_code = ?2) AND (?3 IS NULL OR outlet_id = ?3)
              AND (?4 = 'all' OR (?4 = 'open') = (ended_at_ms IS NULL))
              AND (?5 IS NULL OR (found_at_ms, suspicion_id) < (?5, ?6)) AND (\(condition.sql))
            ORDER BY found_at_ms DESC, suspicion_id DESC LIMIT ?7
            """,
            [
                .optionalText(filter.sign?.rawValue), .code(filter.region), .code(filter.outlet),
                .text(filter.state.rawValue), .instant(place?.foundAt), .code(place?.id), .int(limit),
            ] + condition.arguments
        ).map(suspicion)
    }

    /// How many are open in sight, by sign and region.
    static func openCounts(
        scope: Scope, in access: any ReadAccess
    ) throws -> [(sign: SignKind, region: RegionCode, count: Int)] {
        let condition = ScopeCondition(scope, first: 1)
        return try access.rows(
            """
            SELECT sign, region_code, COUNT(*) AS suspicions FROM monitoring_suspicion
            WHERE ended_at_ms IS NULL AND (\(condition.sql)) GROUP BY sign, region_code ORDER BY sign, region_code
            """, condition.arguments
        ).map { (try $0.choice("sign"), try $0.code("region_code"), try $0.int("suspicions")) }
    }

    static func forEach(_ access: any ReadAccess, _ body: (Suspicion) throws -> Void) throws {
        try access.forEachRow("SELECT \(columns) FROM monitoring_suspicion ORDER BY suspicion_id", []) { row in
            try body(suspicion(row))
        }
    }

    private static let columns = """
        suspicion_id, sign, outlet_id, pollutant, first_hour_ms, last_hour_ms, found_at_ms, ended_at_ms, decision_id, \
        enterprise_id, region_code
        """

    private static func suspicion(_ row: Row) throws -> Suspicion {
        Suspicion(
            id: try row.code("suspicion_id"), sign: try row.choice("sign"), outlet: try row.code("outlet_id"),
            pollutant: PollutantCode(try row.text("pollutant")), firstHour: try row.instant("first_hour_ms"),
            lastHour: try row.instant("last_hour_ms"), foundAt: try row.instant("found_at_ms"),
            endedAt: try row.optional("ended_at_ms", Row.instant), decision: try row.code("decision_id"),
            enterprise: try row.code("enterprise_id"), region: try row.code("region_code"))
    }
}
