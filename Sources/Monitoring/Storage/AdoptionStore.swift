import Facts
import Kernel
import Persistence

/// What authorities adopted of the rules that are known from memory, and what they ended early. A row is never edited.
enum AdoptionStore {
    /// An adoption with who recorded it and when.
    struct Recorded: Sendable, Equatable {
        let number: Int64
        let adoption: RuleAdoption
        let at: Instant
        let by: String
        /// Its early ends, the earliest first: that one holds.
        var ends: [End] = []

        /// The adoption as it holds.
        var effective: RuleAdoption {
            ends.first.map { adoption.ended(on: $0.lastDay, by: $0.source) } ?? adoption
        }
    }

    /// An early end with who recorded it and when.
    struct End: Sendable, Equatable {
        let lastDay: CivilDate
        let source: String
        let at: Instant
        let by: String
    }

    static func insert(_ end: End, of number: Int64, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO monitoring_rule_adoption_end (adoption_no, last_day, source, recorded_at_ms, recorded_by)
            VALUES (?1, ?2, ?3, ?4, ?5)
            """, [.integer(number), .date(end.lastDay), .text(end.source), .instant(end.at), .text(end.by)])
    }

    /// The early ends by the numbers of their adoptions, the earliest first.
    private static func ends(_ access: any ReadAccess) throws -> [Int64: [End]] {
        let rows = try access.rows(
            """
            SELECT adoption_no, last_day, source, recorded_at_ms, recorded_by FROM monitoring_rule_adoption_end
            ORDER BY adoption_no, last_day
            """)
        return try rows.reduce(into: [:]) { ends, row in
            ends[try row.int64("adoption_no"), default: []].append(
                End(
                    lastDay: try row.date("last_day"), source: try row.text("source"),
                    at: try row.instant("recorded_at_ms"), by: try row.text("recorded_by")))
        }
    }

    static func insert(_ recorded: Recorded, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO monitoring_rule_adoption (adoption_no, rule_code, valid_from, valid_to, source, recorded_at_ms,
              recorded_by)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """,
            [
                .integer(recorded.number), .text(recorded.adoption.rule), .date(recorded.adoption.validFrom),
                .date(recorded.adoption.validTo), .text(recorded.adoption.source), .instant(recorded.at),
                .text(recorded.by),
            ])
    }

    /// Everything that was recorded, the oldest first.
    static func all(_ access: any ReadAccess) throws -> [Recorded] {
        let ends = try ends(access)
        return try access.rows(
            """
            SELECT adoption_no, rule_code, valid_from, valid_to, source, recorded_at_ms, recorded_by
            FROM monitoring_rule_adoption ORDER BY adoption_no
            """
        ).map { row in
            Recorded(
                number: try row.int64("adoption_no"),
                adoption: RuleAdoption(
                    rule: try row.text("rule_code"), validFrom: try row.date("valid_from"),
                    validTo: try row.optional("valid_to", Row.date), source: try row.text("source")),
                at: try row.instant("recorded_at_ms"), by: try row.text("recorded_by"),
                ends: ends[try row.int64("adoption_no")] ?? [])
        }
    }

    /// The adoptions without which such means of a factor are not decided; nil where the rule needs none. Factors of
    /// water begin with w.
    static func adoptions(
        deciding pollutant: PollutantCode, _ period: MeanPeriod, in access: any ReadAccess
    ) throws -> [RuleAdoption]? {
        guard period == .day, pollutant.text.hasPrefix("w") else { return nil }
        return try all(access).map(\.effective).filter { $0.rule == WaterDayExceedance.code }
    }
}
