import Kernel
import Persistence
import Standards

/// The amounts that stood before, and why each was recorded again. A row is never edited.
enum AmountRevisionStore {
    static func insert(_ revision: AmountRevision, in access: any WriteAccess) throws {
        let (former, change) = (revision.former, revision.change)
        try access.execute(
            """
            INSERT INTO monitoring_amount_revision (outlet_id, pollutant, month_no, version_no, decision_id, late_hours,
              changed_hours, first_came_at_ms, last_came_at_ms, former_decision_id, recorded_at_ms, total_mg,
              substituted_mg, expected_parts, gap_parts, enterprise_id, region_code, marked_hours)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
            """,
            [
                .code(former.outlet), .code(former.pollutant), .int(former.month.number), .int(revision.version),
                .code(revision.decision), .int(change.lateHours), .int(change.changedHours),
                change.firstCame.map { .instant($0) } ?? .null, change.lastCame.map { .instant($0) } ?? .null,
                .code(former.decision), .instant(former.recordedAt),
                former.total.map { .integer($0.milligrams) } ?? .null,
                former.substituted.map { .integer($0.milligrams) } ?? .null, .int(former.expectedParts),
                .int(former.gapParts), .code(former.enterprise), .code(former.region),
                change.markedHours == 0 ? .null : .int(change.markedHours),
            ])
    }

    /// The revisions of one month of an outlet in sight, the oldest first.
    static func revisions(
        of outlet: OutletID, _ pollutant: PollutantCode, in month: AmountMonth, scope: Scope,
        _ access: any ReadAccess
    ) throws -> [AmountRevision] {
        let condition = ScopeCondition(scope, first: 4)
        return try access.rows(
            """
            SELECT \(columns) FROM monitoring_amount_revision
            WHERE outlet_id = ?1 AND pollutant = ?2 AND month_no = ?3 AND (\(condition.sql)) ORDER BY version_no
            """, [.code(outlet), .code(pollutant), .int(month.number)] + condition.arguments
        ).map(revision)
    }

    static func all(_ access: any ReadAccess) throws -> [AmountRevision] {
        try access.rows(
            """
            SELECT \(columns) FROM monitoring_amount_revision ORDER BY outlet_id, pollutant, month_no, version_no
            """
        ).map(revision)
    }

    private static let columns = """
        outlet_id, pollutant, month_no, version_no, decision_id, late_hours, changed_hours, first_came_at_ms, \
        last_came_at_ms, former_decision_id, recorded_at_ms, total_mg, substituted_mg, expected_parts, gap_parts, \
        enterprise_id, region_code, marked_hours
        """

    private static func revision(_ row: Row) throws -> AmountRevision {
        AmountRevision(
            version: try row.int("version_no"), decision: try row.code("decision_id"),
            change: AmountChange(
                lateHours: try row.int("late_hours"), changedHours: try row.int("changed_hours"),
                markedHours: Int(try row.optional("marked_hours", Row.int64) ?? 0),
                firstCame: try row.optional("first_came_at_ms", Row.instant),
                lastCame: try row.optional("last_came_at_ms", Row.instant)),
            former: try AmountStore.amount(row, decision: "former_decision_id"))
    }
}
