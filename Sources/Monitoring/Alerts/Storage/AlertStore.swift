import Facts
import Kernel
import Persistence

/// The known alerts of waste water and waste gas.
enum AlertStore {
    static func save(_ alert: HourAlert, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO monitoring_hour_alert (alert_id, outlet_id, pollutant, first_hour_ms, last_hour_ms, extent,
              ended, withdrawn, decision_id, enterprise_id, region_code, period)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
            ON CONFLICT (alert_id) DO UPDATE SET
              first_hour_ms = excluded.first_hour_ms, last_hour_ms = excluded.last_hour_ms,
              extent = excluded.extent, ended = excluded.ended, withdrawn = excluded.withdrawn,
              decision_id = excluded.decision_id
            """,
            [
                .code(alert.id), .code(alert.outlet), .code(alert.pollutant), .instant(alert.extent.firstHour),
                .instant(alert.extent.lastHour), .blob(try CanonicalJSON.bytes(of: alert.extent)),
                .int(alert.extent.ended ? 1 : 0), .int(alert.isWithdrawn ? 1 : 0), .code(alert.decision),
                .code(alert.enterprise), .code(alert.region), .text(alert.period.rawValue),
            ])
    }

    /// Standing alerts of one kind of means that share an hour with these, or begin within them.
    static func standing(
        outlet: OutletID, pollutant: PollutantCode, period: MeanPeriod = .hour, in hours: ClosedRange<Instant>,
        _ access: any ReadAccess
    ) throws -> [HourAlert] {
        try access.rows(
            """
            SELECT \(columns) FROM monitoring_hour_alert
            WHERE outlet_id = ?1 AND pollutant = ?2 AND withdrawn = 0 AND last_hour_ms >= ?3 AND first_hour_ms <= ?4
              AND period = ?5
            ORDER BY first_hour_ms, alert_id
            """,
            [
                .code(outlet), .code(pollutant), .instant(hours.lowerBound), .instant(hours.upperBound),
                .text(period.rawValue),
            ]
        ).map(alert)
    }

    /// Standing alerts that go on and whose last hour, or day, lies far enough back for silence to end them.
    static func goingOn(
        lastHourBy moment: Instant, lastDayBy dayMoment: Instant, limit: Int, in access: any ReadAccess
    ) throws -> [HourAlert] {
        try access.rows(
            """
            SELECT \(columns) FROM monitoring_hour_alert
            WHERE withdrawn = 0 AND ended = 0
              AND (period = 'hour' AND last_hour_ms <= ?1 OR period = 'day' AND last_hour_ms <= ?3)
            ORDER BY last_hour_ms, alert_id LIMIT ?2
            """, [.instant(moment), .int(limit), .instant(dayMoment)]
        ).map(alert)
    }

    /// The newest alerts of an outlet, withdrawn ones too.
    static func newest(
        outlet: OutletID, scope: Scope, limit: Int, in access: any ReadAccess
    ) throws -> [HourAlert] {
        let condition = ScopeCondition(scope, first: 3)
        return try access.rows(
            """
            SELECT \(columns) FROM monitoring_hour_alert WHERE outlet_id = ?1 AND (\(condition.sql))
            ORDER BY last_hour_ms DESC, alert_id LIMIT ?2
            """, [.code(outlet), .int(limit)] + condition.arguments
        ).map(alert)
    }

    static func forEach(_ access: any ReadAccess, _ body: (HourAlert) throws -> Void) throws {
        try access.forEachRow("SELECT \(columns) FROM monitoring_hour_alert ORDER BY alert_id", []) { row in
            try body(alert(row))
        }
    }

    private static let columns =
        "alert_id, outlet_id, pollutant, extent, withdrawn, decision_id, enterprise_id, region_code"

    private static func alert(_ row: Row) throws -> HourAlert {
        HourAlert(
            id: try row.code("alert_id"), outlet: try row.code("outlet_id"), pollutant: try row.code("pollutant"),
            extent: try CanonicalJSON.value(ExceedanceExtent.self, from: row.blob("extent")),
            isWithdrawn: try row.int("withdrawn") == 1, decision: try row.code("decision_id"),
            enterprise: try row.code("enterprise_id"), region: try row.code("region_code"))
    }
}
