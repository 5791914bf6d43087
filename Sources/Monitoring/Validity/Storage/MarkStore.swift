import Facts
import Kernel
import Persistence

/// What enterprises marked, and which marks they closed early. A row is never edited.
enum MarkStore {
    /// A mark with who stated it, when and why.
    struct Recorded: Sendable, Equatable {
        let mark: EnterpriseMark
        let outlet: OutletID
        let reason: String
        let at: Instant
        let by: String
        /// The name of whoever stated it.
        let name: String
    }

    /// Early closed marks with who closed them and when.
    struct Closed: Sendable, Equatable {
        let outlet: OutletID
        let closing: MarkClosing
        let at: Instant
        let by: String
        let name: String
    }

    static func insert(_ recorded: Recorded, at place: JudgedPlace, in access: any WriteAccess) throws {
        let mark = recorded.mark
        try access.execute(
            """
            INSERT INTO monitoring_mark (mark_no, outlet_id, pollutant, first_hour_ms, last_hour_ms, meaning,
              window_code, reason, first_no, demand_case, demand_step, stated_at_ms, stated_by, stated_name,
              enterprise_id, region_code)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
            """,
            [
                .integer(mark.number), .code(recorded.outlet), .code(mark.pollutant), .instant(mark.firstHour),
                .instant(mark.lastHour), .text(mark.meaning.rawValue), .optionalText(mark.window),
                .text(recorded.reason), mark.first.map { .integer($0) } ?? .null, .code(mark.demand?.caseID),
                mark.demand.map { .int($0.step) } ?? .null, .instant(recorded.at), .text(recorded.by),
                .text(recorded.name), .code(place.enterprise), .code(place.region),
            ])
    }

    static func lastNumber(_ access: any ReadAccess) throws -> Int64 {
        try access.row("SELECT COALESCE(MAX(mark_no), 0) AS last FROM monitoring_mark")?.int64("last") ?? 0
    }

    /// The marks of an outlet that touch these hours, the first first.
    static func marks(
        outlet: OutletID, from: Instant, to: Instant, in access: any ReadAccess
    ) throws -> [EnterpriseMark] {
        try access.rows(
            """
            SELECT \(columns) FROM monitoring_mark
            WHERE outlet_id = ?1 AND last_hour_ms >= ?2 AND first_hour_ms <= ?3 ORDER BY mark_no
            """, [.code(outlet), .instant(from), .instant(to)]
        ).map { try recorded($0).mark }
    }

    /// The newest marks of an outlet in sight.
    static func newest(
        outlet: OutletID, before number: Int64? = nil, scope: Scope, limit: Int, in access: any ReadAccess
    ) throws -> [Recorded] {
        let condition = ScopeCondition(scope, first: 4)
        return try access.rows(
            """
            SELECT \(columns) FROM monitoring_mark
            WHERE outlet_id = ?1 AND mark_no < ?3 AND (\(condition.sql))
            ORDER BY mark_no DESC LIMIT ?2
            """, [.code(outlet), .int(limit), .integer(number ?? .max)] + condition.arguments
        ).map(recorded)
    }

    static func mark(_ number: Int64, scope: Scope = .city, in access: any ReadAccess) throws -> Recorded? {
        let condition = ScopeCondition(scope, first: 2)
        return try access.row(
            "SELECT \(columns) FROM monitoring_mark WHERE mark_no = ?1 AND (\(condition.sql))",
            [.integer(number)] + condition.arguments
        ).map(recorded)
    }

    /// Every mark, with whose row it is.
    static func forEach(_ access: any ReadAccess, _ body: (Recorded, JudgedPlace) throws -> Void) throws {
        try access.forEachRow(
            "SELECT \(columns), enterprise_id, region_code FROM monitoring_mark ORDER BY mark_no", []
        ) { row in try body(recorded(row), place(row)) }
    }

    /// How many marks an outlet has stated since.
    static func count(outlet: OutletID, since: Instant, in access: any ReadAccess) throws -> Int {
        try access.row(
            "SELECT COUNT(*) AS found FROM monitoring_mark WHERE outlet_id = ?1 AND stated_at_ms >= ?2",
            [.code(outlet), .instant(since)]
        )?.int("found") ?? 0
    }

    static func insert(_ closed: Closed, at place: JudgedPlace, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO monitoring_mark_closing (outlet_id, from_ms, until_ms, closed_at_ms, closed_by, closed_name,
              enterprise_id, region_code)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """,
            [
                .code(closed.outlet), .instant(closed.closing.from), .instant(closed.closing.until),
                .instant(closed.at), .text(closed.by), .text(closed.name), .code(place.enterprise),
                .code(place.region),
            ])
    }

    /// The early closed marks of an outlet that touch these hours.
    static func closings(
        outlet: OutletID, from: Instant, to: Instant, in access: any ReadAccess
    ) throws -> [MarkClosing] {
        try access.rows(
            """
            SELECT from_ms, until_ms FROM monitoring_mark_closing
            WHERE outlet_id = ?1 AND until_ms > ?2 AND from_ms <= ?3 ORDER BY from_ms, until_ms
            """, [.code(outlet), .instant(from), .instant(to)]
        ).map { MarkClosing(from: try $0.instant("from_ms"), until: try $0.instant("until_ms")) }
    }

    static func newestClosings(
        outlet: OutletID, scope: Scope, limit: Int, in access: any ReadAccess
    ) throws -> [Closed] {
        let condition = ScopeCondition(scope, first: 3)
        return try access.rows(
            """
            SELECT \(closingColumns) FROM monitoring_mark_closing WHERE outlet_id = ?1 AND (\(condition.sql))
            ORDER BY until_ms DESC LIMIT ?2
            """, [.code(outlet), .int(limit)] + condition.arguments
        ).map(closed)
    }

    /// All marks that were closed early, with whose rows they are.
    static func forEachClosing(_ access: any ReadAccess, _ body: (Closed, JudgedPlace) throws -> Void) throws {
        try access.forEachRow(
            """
            SELECT \(closingColumns), enterprise_id, region_code FROM monitoring_mark_closing
            ORDER BY outlet_id, until_ms
            """, []
        ) { row in try body(closed(row), place(row)) }
    }

    private static func place(_ row: Row) throws -> JudgedPlace {
        JudgedPlace(
            outlet: try row.code("outlet_id"), enterprise: try row.code("enterprise_id"),
            region: try row.code("region_code"))
    }

    private static let columns =
        """
        mark_no, outlet_id, pollutant, first_hour_ms, last_hour_ms, meaning, window_code, reason, first_no, demand_case,
        demand_step, stated_at_ms, stated_by, stated_name
        """
    private static let closingColumns = "outlet_id, from_ms, until_ms, closed_at_ms, closed_by, closed_name"

    private static func recorded(_ row: Row) throws -> Recorded {
        let demanded: CaseID? = try row.optional("demand_case", Row.code)
        return Recorded(
            mark: EnterpriseMark(
                number: try row.int64("mark_no"), pollutant: try row.optional("pollutant", Row.code),
                firstHour: try row.instant("first_hour_ms"), lastHour: try row.instant("last_hour_ms"),
                meaning: try row.choice("meaning"), window: try row.optional("window_code", Row.text),
                first: try row.optional("first_no", Row.int64),
                demand: try demanded.map { MarkDemand(caseID: $0, step: try row.int("demand_step")) }),
            outlet: try row.code("outlet_id"), reason: try row.text("reason"), at: try row.instant("stated_at_ms"),
            by: try row.text("stated_by"), name: try row.text("stated_name"))
    }

    private static func closed(_ row: Row) throws -> Closed {
        Closed(
            outlet: try row.code("outlet_id"),
            closing: MarkClosing(from: try row.instant("from_ms"), until: try row.instant("until_ms")),
            at: try row.instant("closed_at_ms"), by: try row.text("closed_by"), name: try row.text("closed_name"))
    }
}
