import Facts
import Kernel
import Persistence

/// What authorities adopted of the rules that are known from memory. A row is never edited.
enum AdoptionStore {
    /// An adoption with who recorded it and when.
    struct Recorded: Sendable, Equatable {
        let number: Int64
        let adoption: RuleAdoption
        let at: Instant
        let by: String
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
        try access.rows(
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
                at: try row.instant("recorded_at_ms"), by: try row.text("recorded_by"))
        }
    }

    /// The adoptions without which such means of a factor are not decided; nil where the rule needs none. Factors of
    /// water begin with w.
    static func adoptions(
        deciding pollutant: PollutantCode, _ period: MeanPeriod, in access: any ReadAccess
    ) throws -> [RuleAdoption]? {
        guard period == .day, pollutant.text.hasPrefix("w") else { return nil }
        return try all(access).map(\.adoption).filter { $0.rule == WaterDayExceedance.code }
    }
}
