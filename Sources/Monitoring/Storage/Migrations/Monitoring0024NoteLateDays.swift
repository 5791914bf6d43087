import Persistence

extension Migration {
    /// Days whose signs were looked for, and months whose amounts were recorded, before the values that came of them.
    static let monitoring0024NoteLateDays = Migration(
        "monitoring-0024-note-late-days",
        [
            """
            CREATE TABLE monitoring_late_day (
              outlet_id {text} NOT NULL,
              day_no {integer} NOT NULL,
              noted_ms {integer} NOT NULL,
              changes {integer} NOT NULL CHECK (changes >= 1),
              PRIMARY KEY (outlet_id, day_no)
            ) {clustered}
            """,
            "CREATE INDEX monitoring_late_day_noted ON monitoring_late_day (noted_ms)",
            """
            CREATE TABLE monitoring_late_month (
              outlet_id {text} NOT NULL PRIMARY KEY,
              noted_ms {integer} NOT NULL
            )
            """,
        ])
}
