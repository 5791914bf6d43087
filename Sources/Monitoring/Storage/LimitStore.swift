import Facts
import Kernel
import Persistence

/// The limits of outlets with the days they hold. A row is never edited but for its end.
enum LimitStore {
    /// A limit with what is known of its recording.
    struct Recorded: Sendable, Equatable {
        let number: Int64
        let outlet: OutletID
        let pollutant: PollutantCode
        let limit: DatedLimit
        /// What kind of text it stands in; nil when it was not told.
        let sourceKind: LimitSourceKind?
        /// The table of a standard from which it was adopted.
        let table: String?
        /// When it was recorded; nil for limits older than this being kept.
        let at: Instant?
        let by: String?
        /// Whether it was taken back as recorded in error; it then never held.
        let isVoid: Bool

        /// The mean it limits.
        var averaging: MeanPeriod { limit.averaging ?? .hour }
    }

    static func insert(_ recorded: Recorded, in access: any WriteAccess) throws {
        let limit = recorded.limit
        try access.execute(
            """
            INSERT INTO monitoring_outlet_limit (limit_no, outlet_id, pollutant, averaging, demand, limit_value,
              lower_value, unit, valid_from, valid_to, source_kind, source, adopted_table, recorded_at_ms, recorded_by,
              other_condition, other_value, certainty, is_void)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, 0)
            """,
            [
                .integer(recorded.number), .code(recorded.outlet), .code(recorded.pollutant),
                .text(recorded.averaging.rawValue), .text((limit.demand ?? .atMost).rawValue), .decimal(limit.limit),
                .decimal(limit.lower), .text(limit.unit ?? milligrams), .date(limit.validFrom), .date(limit.validTo),
                .optionalText(recorded.sourceKind?.rawValue), .text(limit.source), .optionalText(recorded.table),
                recorded.at.map { .instant($0) } ?? .null, .optionalText(recorded.by), .optionalText(limit.other?.code),
                .decimal(limit.other?.limit), .optionalText(limit.certainty?.rawValue),
            ])
    }

    /// Gives a limit its last day; nil takes it back.
    static func end(_ number: Int64, on lastDay: CivilDate?, in access: any WriteAccess) throws {
        if let lastDay {
            try access.execute(
                "UPDATE monitoring_outlet_limit SET valid_to = ?2 WHERE limit_no = ?1",
                [.integer(number), .date(lastDay)])
        } else {
            try access.execute(
                "UPDATE monitoring_outlet_limit SET is_void = 1 WHERE limit_no = ?1", [.integer(number)])
        }
    }

    /// The number of the newest limit; 0 without one.
    static func lastNumber(_ access: any ReadAccess) throws -> Int64 {
        try access.row("SELECT COALESCE(MAX(limit_no), 0) AS last FROM monitoring_outlet_limit")?.int64("last") ?? 0
    }

    /// The limits by which an outlet's factor is judged.
    static func limits(
        outlet: OutletID, pollutant: PollutantCode, in access: any ReadAccess
    ) throws -> [DatedLimit] {
        try access.rows(
            """
            SELECT \(columns) FROM monitoring_outlet_limit
            WHERE outlet_id = ?1 AND pollutant = ?2 AND is_void = 0 ORDER BY valid_from, limit_no
            """, [.code(outlet), .code(pollutant)]
        ).map { try recorded($0).limit.measured(at: outlet, in: access) }
    }

    /// The limits that stand for an outlet, by factor; a factor whose limits are all void is there without any.
    static func limits(outlet: OutletID, in access: any ReadAccess) throws -> [PollutantCode: [DatedLimit]] {
        var found: [PollutantCode: [DatedLimit]] = [:]
        try access.forEachRow(
            "SELECT \(columns) FROM monitoring_outlet_limit WHERE outlet_id = ?1 ORDER BY valid_from, limit_no",
            [.code(outlet)]
        ) { row in
            let one = try recorded(row)
            found[one.pollutant, default: []] += one.isVoid ? [] : [try one.limit.measured(at: outlet, in: access)]
        }
        return found
    }

    /// Everything that was recorded for an outlet, the newest first. Its reader has seen that the outlet is in sight.
    static func history(of outlet: OutletID, in access: any ReadAccess) throws -> [Recorded] {
        try access.rows(
            "SELECT \(columns) FROM monitoring_outlet_limit WHERE outlet_id = ?1 ORDER BY limit_no DESC",
            [.code(outlet)]
        ).map(recorded)
    }

    /// The factors that a limit holds somewhere on a day, by code.
    static func factors(on day: CivilDate, in access: any ReadAccess) throws -> [PollutantCode] {
        try access.rows(
            "SELECT DISTINCT pollutant FROM monitoring_outlet_limit WHERE \(inForce) ORDER BY pollutant", [.date(day)]
        ).map { try $0.code("pollutant") }
    }

    /// The outlets where a limit holds for a factor on a day. Its reader narrows them to those in sight.
    static func outlets(
        limitedIn pollutant: PollutantCode, on day: CivilDate, in access: any ReadAccess
    ) throws -> Set<OutletID> {
        Set(
            try access.rows(
                "SELECT DISTINCT outlet_id FROM monitoring_outlet_limit WHERE pollutant = ?2 AND \(inForce)",
                [.date(day), .code(pollutant)]
            ).map { try $0.code("outlet_id") })
    }

    private static let inForce = "is_void = 0 AND valid_from <= ?1 AND (valid_to IS NULL OR valid_to >= ?1)"

    /// What was recorded for a factor and not taken back, the newest first.
    static func history(
        of outlet: OutletID, of pollutant: PollutantCode, in access: any ReadAccess
    ) throws -> [Recorded] {
        try access.rows(
            """
            SELECT \(columns) FROM monitoring_outlet_limit
            WHERE outlet_id = ?1 AND pollutant = ?2 AND is_void = 0 ORDER BY limit_no DESC
            """, [.code(outlet), .code(pollutant)]
        ).map(recorded)
    }

    static func limit(_ number: Int64, in access: any ReadAccess) throws -> Recorded? {
        try access.row(
            "SELECT \(columns) FROM monitoring_outlet_limit WHERE limit_no = ?1", [.integer(number)]
        ).map(recorded)
    }

    static func forEach(_ access: any ReadAccess, _ body: (Recorded) throws -> Void) throws {
        try access.forEachRow("SELECT \(columns) FROM monitoring_outlet_limit ORDER BY limit_no", []) { row in
            try body(recorded(row))
        }
    }

    /// Whether an outlet's factor has, or ever had, a limit: only then is there anything to judge.
    static func isLimited(outlet: OutletID, pollutant: PollutantCode, in access: any ReadAccess) throws -> Bool {
        try access.row(
            "SELECT 1 AS one FROM monitoring_outlet_limit WHERE outlet_id = ?1 AND pollutant = ?2 LIMIT 1",
            [.code(outlet), .code(pollutant)]
        ) != nil
    }

    /// The factors of an outlet that have, or had, a limit, by their codes.
    static func factors(of outlet: OutletID, in access: any ReadAccess) throws -> [PollutantCode] {
        try access.rows(
            "SELECT DISTINCT pollutant FROM monitoring_outlet_limit WHERE outlet_id = ?1 ORDER BY pollutant",
            [.code(outlet)]
        ).map { try $0.code("pollutant") }
    }

    /// Every outlet with each of its factors that has, or had, a limit.
    static func places(_ access: any ReadAccess) throws -> [(outlet: OutletID, pollutant: PollutantCode)] {
        try access.rows(
            "SELECT DISTINCT outlet_id, pollutant FROM monitoring_outlet_limit ORDER BY outlet_id, pollutant"
        ).map { (try $0.code("outlet_id"), try $0.code("pollutant")) }
    }

    private static let milligrams = "mg/m3"
    private static let columns = """
        limit_no, outlet_id, pollutant, averaging, demand, limit_value, lower_value, unit, valid_from, valid_to, \
        source_kind, source, adopted_table, recorded_at_ms, recorded_by, other_condition, other_value, \
        certainty, is_void
        """

    private static func other(_ row: Row) throws -> OtherLimit? {
        guard let code = try row.optional("other_condition", Row.text) else { return nil }
        return OtherLimit(code: code, limit: try row.decimal("other_value"))
    }

    /// What is usual (at most, an hour, mg/m³) is left out, so that a decision reads as before limits told it.
    private static func recorded(_ row: Row) throws -> Recorded {
        let (demand, averaging): (LimitDemand, MeanPeriod) = (try row.choice("demand"), try row.choice("averaging"))
        let unit = try row.text("unit")
        let kind = try row.optional("source_kind", Row.text).flatMap { LimitSourceKind(rawValue: $0) }
        return Recorded(
            number: try row.int64("limit_no"), outlet: try row.code("outlet_id"), pollutant: try row.code("pollutant"),
            limit: DatedLimit(
                limit: try row.decimal("limit_value"), validFrom: try row.date("valid_from"),
                validTo: try row.optional("valid_to", Row.date), source: try row.text("source"),
                demand: demand == .atMost ? nil : demand, lower: try row.optional("lower_value", Row.decimal),
                unit: unit == milligrams ? nil : unit, averaging: averaging == .hour ? nil : averaging,
                sourceKind: kind, other: try other(row),
                certainty: try row.optional("certainty", Row.text).flatMap { Certainty(rawValue: $0) }),
            sourceKind: kind,
            table: try row.optional("adopted_table", Row.text), at: try row.optional("recorded_at_ms", Row.instant),
            by: try row.optional("recorded_by", Row.text), isVoid: try row.int("is_void") == 1)
    }
}
