import Kernel
import Persistence

/// Where each device stands: written whole by every look of the watch.
enum DeviceHealthStore {
    static func save(_ standing: DeviceStanding, in access: any WriteAccess) throws {
        // A logger that moved to another outlet is one device still: its former row gives up the number.
        try access.execute(
            "DELETE FROM devices_health WHERE device_number = ?1 OR outlet_id = ?2",
            [.code(standing.device), .code(standing.outlet)])
        try access.execute(
            """
            INSERT INTO devices_health (\(columns), searched, severity) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9,
              ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23)
            """,
            [
                .code(standing.outlet), .code(standing.device), .code(standing.enterprise), .code(standing.region),
                .text(standing.outletTitle), .text(standing.enterpriseName),
                .text(standing.findings.map { " \($0.rawValue) " }.joined()), .instant(standing.lastSeenAt),
                standing.drift.map { .integer($0) } ?? .null, optional(standing.minutes?.received),
                optional(standing.minutes?.expected), .int(standing.minuteStep), optional(standing.hours?.received),
                optional(standing.hours?.expected), .int(standing.frames), .int(standing.failures),
                .int(standing.repeated), .int(standing.resent), .int(standing.lowered),
                .optionalText(standing.dialect), .instant(standing.lookedAt),
                .text("\(standing.device) \(standing.outletTitle) \(standing.enterpriseName)".lowercased()),
                .int(standing.state.severity),
            ])
    }

    /// One device in sight, by its outlet.
    static func standing(
        of outlet: OutletID, scope: Scope, in access: any ReadAccess
    ) throws -> DeviceStanding? {
        let condition = ScopeCondition(scope, first: 2)
        return try access.row(
            "SELECT \(columns) FROM devices_health WHERE outlet_id = ?1 AND (\(condition.sql))",
            [.code(outlet)] + condition.arguments
        ).map(standing)
    }

    /// A page of devices in sight, with the place each one stands at.
    static func page(
        _ filter: HealthFilter, behind place: HealthFilter.Place?, scope: Scope, limit: Int,
        in access: any ReadAccess
    ) throws -> [(standing: DeviceStanding, place: HealthFilter.Place)] {
        var condition = Condition(filter, scope)
        let key = key(filter.sort)
        if let place { condition.add("(\(key), outlet_id) > (?, ?)", .integer(place.key), .text(place.text)) }
        return try access.rows(
            """
            SELECT \(columns), \(key) AS sort_key FROM devices_health WHERE \(condition.sql)
            ORDER BY sort_key, outlet_id LIMIT \(limit)
            """, condition.arguments
        ).map { row in
            let standing = try standing(row)
            return (standing, HealthFilter.Place(key: try row.int64("sort_key"), text: standing.outlet.text))
        }
    }

    /// How many devices in sight stand how, by region.
    static func counts(
        _ filter: HealthFilter, scope: Scope, in access: any ReadAccess
    ) throws -> [(region: RegionCode, severity: Int, devices: Int)] {
        let condition = Condition(filter, scope)
        return try access.rows(
            """
            SELECT region_code, severity, COUNT(*) AS devices FROM devices_health WHERE \(condition.sql)
            GROUP BY region_code, severity ORDER BY region_code, severity
            """, condition.arguments
        ).map { (try $0.code("region_code"), try $0.int("severity"), try $0.int("devices")) }
    }

    /// What a sort goes by, ascending.
    private static func key(_ sort: HealthFilter.Sort) -> String {
        switch sort {
        case .state: "-severity"
        case .device: "0"
        case .lastSeen: "COALESCE(last_seen_at_ms, 0)"
        case .capture:
            """
            COALESCE(minute_received * 1000 / minute_expected, hour_received * 1000 / hour_expected, 1001)
            """
        case .drift: "-COALESCE(ABS(drift_ms), -1)"
        }
    }

    /// A WHERE clause that grows; a question mark stands for the next argument.
    private struct Condition {
        private(set) var sql: String
        private(set) var arguments: [SQLValue]

        init(_ filter: HealthFilter, _ scope: Scope) {
            let inSight = ScopeCondition(scope, first: 1)
            (sql, arguments) = ("(\(inSight.sql))", inSight.arguments)
            if let state = filter.state { add("severity = ?", .int(state.severity)) }
            if let region = filter.region { add("region_code = ?", .code(region)) }
            if let finding = filter.finding { add("findings LIKE ?", .text("% \(finding.rawValue) %")) }
            if let text = filter.text?.lowercased() { addSearch(text) }
        }

        /// Names and numbers, and of a logger that registered what it said of its hardware. Network cards are compared
        /// without the signs between their digits, which nobody writes the same.
        private mutating func addSearch(_ text: String) {
            let pattern = SQLValue.text(LikePattern.anywhere(text))
            let bare = text.filter { !"-:. ".contains($0) }
            let digits = bare.isEmpty ? pattern : SQLValue.text(LikePattern.anywhere(bare))
            let card = ["mac_first", "mac_second"].map { column in
                "REPLACE(REPLACE(REPLACE(LOWER(\(column)), '-', ''), ':', ''), '.', '') LIKE ? ESCAPE '!'"
            }
            add(
                """
                (searched LIKE ? ESCAPE '!' OR EXISTS (
                  SELECT 1 FROM devices_registration r WHERE r.outlet_id = devices_health.outlet_id
                    AND (LOWER(cpu) LIKE ? ESCAPE '!' OR LOWER(hardware) LIKE ? ESCAPE '!'
                      OR \(card.joined(separator: " OR "))))
                )
                """, pattern, pattern, pattern, digits, digits)
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

    private static let columns = """
        outlet_id, device_number, enterprise_id, region_code, outlet_title, enterprise_name, findings, \
        last_seen_at_ms, drift_ms, minute_received, minute_expected, minute_step, hour_received, hour_expected, \
        frames, failures, repeated, resent, lowered, dialect, looked_at_ms
        """

    private static func optional(_ number: Int?) -> SQLValue { number.map { .int($0) } ?? .null }

    private static func capture(_ name: String, _ row: Row) throws -> Capture? {
        guard let received = try row.optional("\(name)_received", Row.int),
            let expected = try row.optional("\(name)_expected", Row.int)
        else { return nil }
        return Capture(received: received, expected: expected)
    }

    private static func standing(_ row: Row) throws -> DeviceStanding {
        DeviceStanding(
            device: try row.code("device_number"), outlet: try row.code("outlet_id"),
            outletTitle: try row.text("outlet_title"), enterprise: try row.code("enterprise_id"),
            enterpriseName: try row.text("enterprise_name"), region: try row.code("region_code"),
            findings: try row.text("findings").split(separator: " ").compactMap {
                HealthFindingKind(rawValue: String($0))
            },
            lastSeenAt: try row.optional("last_seen_at_ms", Row.instant),
            drift: try row.optional("drift_ms", Row.int64), minutes: try capture("minute", row),
            minuteStep: try row.int("minute_step"), hours: try capture("hour", row), frames: try row.int("frames"),
            failures: try row.int("failures"), repeated: try row.int("repeated"), resent: try row.int("resent"),
            lowered: try row.int("lowered"), dialect: try row.optional("dialect", Row.text),
            lookedAt: try row.instant("looked_at_ms"))
    }
}
