import Kernel
import Persistence
import Standards

/// The recorded amounts of months.
enum AmountStore {
    static func save(_ amount: RecordedAmount, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO monitoring_amount (outlet_id, pollutant, month_no, decision_id, recorded_at_ms, total_mg,
              substituted_mg, expected_parts, gap_parts, enterprise_id, region_code)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            ON CONFLICT (outlet_id, pollutant, month_no) DO UPDATE SET
              decision_id = excluded.decision_id, recorded_at_ms = excluded.recorded_at_ms,
              total_mg = excluded.total_mg, substituted_mg = excluded.substituted_mg,
              expected_parts = excluded.expected_parts, gap_parts = excluded.gap_parts
            """,
            [
                .code(amount.outlet), .code(amount.pollutant), .int(amount.month.number), .code(amount.decision),
                .instant(amount.recordedAt), amount.total.map { .integer($0.milligrams) } ?? .null,
                amount.substituted.map { .integer($0.milligrams) } ?? .null, .int(amount.expectedParts),
                .int(amount.gapParts), .code(amount.enterprise), .code(amount.region),
            ])
    }

    /// The recorded months of a year of an outlet in sight, by factor and month.
    static func amounts(
        of outlet: OutletID, year: Int, scope: Scope, in access: any ReadAccess
    ) throws -> [RecordedAmount] {
        let condition = ScopeCondition(scope, first: 4)
        return try access.rows(
            """
            SELECT \(columns) FROM monitoring_amount
            WHERE outlet_id = ?1 AND month_no BETWEEN ?2 AND ?3 AND (\(condition.sql)) ORDER BY pollutant, month_no
            """, [.code(outlet), .int(year * 12), .int(year * 12 + 11)] + condition.arguments
        ).map { try amount($0) }
    }

    /// The amounts of the next outlets behind one, of months not older than this, by outlet; from the first outlet on
    /// when there is none behind.
    static func recorded(
        since month: AmountMonth, behind outlet: OutletID?, outlets limit: Int, in access: any ReadAccess
    ) throws -> [RecordedAmount] {
        try access.rows(
            """
            SELECT \(columns) FROM monitoring_amount WHERE month_no >= ?1 AND outlet_id IN (
              SELECT DISTINCT outlet_id FROM monitoring_amount WHERE month_no >= ?1 AND outlet_id > ?2
              ORDER BY outlet_id LIMIT ?3)
            ORDER BY outlet_id, pollutant, month_no
            """, [.int(month.number), .text(outlet?.text ?? ""), .int(limit)]
        ).map { try amount($0) }
    }

    /// Which factors and months of an outlet are recorded.
    static func recorded(of outlet: OutletID, in access: any ReadAccess) throws -> Set<AmountSource.Missing> {
        Set(
            try access.rows(
                "SELECT pollutant, month_no FROM monitoring_amount WHERE outlet_id = ?1", [.code(outlet)]
            ).map { row in
                AmountSource.Missing(
                    pollutant: try row.code("pollutant"), month: AmountMonth(number: try row.int("month_no")))
            })
    }

    static func forEach(_ access: any ReadAccess, _ body: (RecordedAmount) throws -> Void) throws {
        try access.forEachRow(
            "SELECT \(columns) FROM monitoring_amount ORDER BY outlet_id, pollutant, month_no", []
        ) { row in try body(amount(row)) }
    }

    /// Outlets with frames that were not looked at for a month yet, or of which hours of earlier months came since, in
    /// their order.
    static func due(_ month: AmountMonth, limit: Int, in access: any ReadAccess) throws -> [JudgedPlace] {
        try access.rows(
            """
            SELECT s.outlet_id AS outlet_id, MAX(s.enterprise_id) AS enterprise_id, MAX(s.region_code) AS region_code
            FROM monitoring_source s LEFT JOIN monitoring_amount_look l ON l.outlet_id = s.outlet_id
            WHERE l.month_no IS NULL OR l.month_no < ?1
              OR EXISTS (SELECT 1 FROM monitoring_late_month m WHERE m.outlet_id = s.outlet_id)
            GROUP BY s.outlet_id ORDER BY s.outlet_id LIMIT ?2
            """, [.int(month.number), .int(limit)]
        ).map { row in
            JudgedPlace(
                outlet: try row.code("outlet_id"), enterprise: try row.code("enterprise_id"),
                region: try row.code("region_code"))
        }
    }

    /// Until which month each outlet was looked at, by outlet.
    static func looks(_ access: any ReadAccess) throws -> [(outlet: OutletID, month: AmountMonth)] {
        try access.rows("SELECT outlet_id, month_no FROM monitoring_amount_look ORDER BY outlet_id").map { row in
            (try row.code("outlet_id"), AmountMonth(number: try row.int("month_no")))
        }
    }

    static func note(_ outlet: OutletID, _ month: AmountMonth, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO monitoring_amount_look (outlet_id, month_no) VALUES (?1, ?2)
            ON CONFLICT (outlet_id) DO UPDATE SET month_no = excluded.month_no
            """, [.code(outlet), .int(month.number)])
    }

    private static let columns = """
        outlet_id, pollutant, month_no, decision_id, recorded_at_ms, total_mg, substituted_mg, expected_parts, \
        gap_parts, enterprise_id, region_code
        """

    /// The amount in a row whose columns are named as here, but for that of its decision.
    static func amount(_ row: Row, decision: String = "decision_id") throws -> RecordedAmount {
        RecordedAmount(
            outlet: try row.code("outlet_id"), pollutant: try row.code("pollutant"),
            month: AmountMonth(number: try row.int("month_no")), decision: try row.code(decision),
            recordedAt: try row.instant("recorded_at_ms"), total: try mass(row, "total_mg"),
            substituted: try mass(row, "substituted_mg"), expectedParts: try row.int("expected_parts"),
            gapParts: try row.int("gap_parts"), enterprise: try row.code("enterprise_id"),
            region: try row.code("region_code"))
    }

    /// A month adds up more than one hour may have at most, so it is read as what was summed.
    private static func mass(_ row: Row, _ column: String) throws -> EmittedMass? {
        try row.optional(column, Row.int64).map { EmittedMass.sum(parts(of: $0)) }
    }

    private static func parts(of milligrams: Int64) -> [EmittedMass] {
        let (whole, rest) = milligrams.quotientAndRemainder(dividingBy: EmittedMass.milligramsMax)
        let full = EmittedMass(milligrams: EmittedMass.milligramsMax)
        return [EmittedMass(milligrams: rest)].compactMap(\.self)
            + (0..<max(0, min(whole, 8_000))).compactMap { _ in full }
    }
}
