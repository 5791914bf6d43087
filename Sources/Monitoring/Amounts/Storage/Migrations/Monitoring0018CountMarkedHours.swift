import Persistence

extension Migration {
    /// How many of the changed hours of a month say something else only because the enterprise marked them; nothing
    /// where there were none.
    static let monitoring0018CountMarkedHours = Migration(
        "monitoring-0018-count-marked-hours",
        [
            """
            ALTER TABLE monitoring_amount_revision ADD COLUMN marked_hours {integer}
            CHECK (marked_hours BETWEEN 1 AND changed_hours)
            """
        ])
}
