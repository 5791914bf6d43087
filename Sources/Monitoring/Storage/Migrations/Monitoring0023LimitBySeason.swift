import Persistence

extension Migration {
    /// What a limit demands in another season or at another temperature of the water, and how sure its text is known.
    /// Limits that were adopted from texts of which no line was ever checked are marked so.
    static let monitoring0023LimitBySeason = Migration(
        "monitoring-0023-limit-by-season",
        [
            "ALTER TABLE monitoring_outlet_limit ADD COLUMN other_condition {text}",
            "ALTER TABLE monitoring_outlet_limit ADD COLUMN other_value {text}",
            "ALTER TABLE monitoring_outlet_limit ADD COLUMN certainty {text}",
            """
            UPDATE monitoring_outlet_limit SET certainty = 'from-memory'
            WHERE source_kind = 'standard' AND (adopted_table LIKE 'DB33/%' OR adopted_table LIKE '环发%')
            """,
        ])
}
