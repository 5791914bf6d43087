import Facts
import Kernel
import Persistence

/// Values of indicators and the figures of closed months.
enum IndicatorStore {
    static func insert(_ value: IndicatorValue, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO governance_indicator_value
              (indicator, region_code, month, number, value, source, unit, author, filed_at_ms, reason, fact)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            """,
            value.place.arguments + [
                .int(value.number), .decimal(value.value), .text(value.source), .text(value.unit),
                .text(value.author), .instant(value.filedAt), .optionalText(value.reason), .integer(value.fact),
            ])
    }

    /// Every value of a place, the first first.
    static func values(of place: IndicatorValue.Place, in access: any ReadAccess) throws -> [IndicatorValue] {
        try access.rows(
            """
            SELECT \(columns) FROM governance_indicator_value AS filed
            WHERE indicator = ?1 AND region_code = ?2 AND month = ?3 ORDER BY number
            """, place.arguments
        ).map(value)
    }

    /// Every value of an indicator, the newest month first, each month's city before its districts.
    static func values(of indicator: IndicatorCode, in access: any ReadAccess) throws -> [IndicatorValue] {
        try access.rows(
            """
            SELECT \(columns) FROM governance_indicator_value AS filed
            WHERE indicator = ?1 ORDER BY month DESC, region_code, number
            """, [.code(indicator)]
        ).map(value)
    }

    /// The values that count in a stretch of months: the newest of each place that was filed before its month was
    /// closed.
    static func counting(
        from: CivilMonth, to: CivilMonth, in access: any ReadAccess
    ) throws -> [IndicatorValue.Place: IndicatorValue] {
        var found: [IndicatorValue.Place: IndicatorValue] = [:]
        try access.forEachRow(
            """
            SELECT \(columns) FROM governance_indicator_value AS filed
            LEFT JOIN governance_month AS closed ON closed.month = filed.month
            WHERE filed.month >= ?1 AND filed.month <= ?2 AND (closed.month IS NULL OR filed.fact < closed.fact)
            ORDER BY filed.number
            """, [.month(from), .month(to)]
        ) { row in
            let value = try value(row)
            found[value.place] = value
        }
        return found
    }

    /// The values of a stretch of months that came after their month was closed, the first first.
    static func late(
        from: CivilMonth, to: CivilMonth, in access: any ReadAccess
    ) throws -> [IndicatorValue] {
        try access.rows(
            """
            SELECT \(columns) FROM governance_indicator_value AS filed
            JOIN governance_month AS closed ON closed.month = filed.month
            WHERE filed.month >= ?1 AND filed.month <= ?2 AND filed.fact > closed.fact ORDER BY filed.fact
            """, [.month(from), .month(to)]
        ).map(value)
    }

    /// Every value, in the order of the journal.
    static func forEach(_ access: any ReadAccess, _ body: (IndicatorValue) throws -> Void) throws {
        try access.forEachRow(
            "SELECT \(columns) FROM governance_indicator_value AS filed ORDER BY filed.fact", []
        ) { row in try body(value(row)) }
    }

    private static let columns = """
        filed.indicator, filed.region_code, filed.month, filed.number, filed.value, filed.source, filed.unit, \
        filed.author, filed.filed_at_ms, filed.reason, filed.fact
        """

    private static func value(_ row: Row) throws -> IndicatorValue {
        IndicatorValue(
            place: .init(
                indicator: try row.code("indicator"), region: try row.place("region_code"),
                month: try row.month("month")),
            number: try row.int("number"), value: try row.decimal("value"), source: try row.text("source"),
            unit: try row.text("unit"), author: try row.text("author"), filedAt: try row.instant("filed_at_ms"),
            reason: try row.optional("reason", Row.text), fact: try row.int64("fact"))
    }

    static func freeze(
        _ month: CivilMonth, content: [UInt8], despite: String?, by author: String, at now: Instant, fact: Int64,
        in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO governance_month (month, content, sha256, author, frozen_at_ms, fact, despite)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """,
            [
                .month(month), .blob(content), .digest(Digest256(of: content)), .text(author), .instant(now),
                .integer(fact), .optionalText(despite),
            ])
    }

    /// The figures of a closed month, when it was closed, and why despite values that cannot be true; nil for an open
    /// one.
    static func frozen(
        _ month: CivilMonth, in access: any ReadAccess
    ) throws -> (figures: FrozenMonth, at: Instant, fact: Int64, despite: String?)? {
        try access.row(
            "SELECT content, frozen_at_ms, fact, despite FROM governance_month WHERE month = ?1", [.month(month)]
        ).map { row in
            let figures = try CanonicalJSON.value(FrozenMonth.self, from: try row.blob("content"))
            return (
                figures, try row.instant("frozen_at_ms"), try row.int64("fact"),
                try row.optional("despite", Row.text)
            )
        }
    }

    /// A closed month as it is kept.
    struct KeptMonth: Sendable {
        let month: CivilMonth
        let content: [UInt8]
        let sha256: Digest256
        let author: String
        let at: Instant
        /// The number of its fact in the journal.
        let fact: Int64
        /// Why it was closed though some of its values cannot be true; nil where none was so.
        let despite: String?
    }

    /// The closed months with their stored bytes, the newest first.
    static func frozenMonths(_ access: any ReadAccess) throws -> [KeptMonth] {
        try access.rows(
            """
            SELECT month, content, sha256, author, frozen_at_ms, fact, despite FROM governance_month
            ORDER BY month DESC
            """
        ).map { row in
            KeptMonth(
                month: try row.month("month"), content: try row.blob("content"), sha256: try row.digest("sha256"),
                author: try row.text("author"), at: try row.instant("frozen_at_ms"), fact: try row.int64("fact"),
                despite: try row.optional("despite", Row.text))
        }
    }

    /// Why months were closed though some of their values cannot be true.
    static func despite(_ access: any ReadAccess) throws -> [CivilMonth: String] {
        let rows = try access.rows("SELECT month, despite FROM governance_month WHERE despite IS NOT NULL")
        return Dictionary(
            try rows.map { (try $0.month("month"), try $0.text("despite")) }, uniquingKeysWith: { first, _ in first })
    }

    /// The first month that anybody filed a value for; nil before the first value.
    static func firstMonth(_ access: any ReadAccess) throws -> CivilMonth? {
        try access.row("SELECT MIN(month) AS first FROM governance_indicator_value")?
            .optional("first", Row.text).flatMap { CivilMonth($0) }
    }
}

extension IndicatorValue.Place {
    /// `?1`, `?2` and `?3` of every statement about a place.
    fileprivate var arguments: [SQLValue] { [.code(indicator), .place(region), .month(month)] }
}
