import Persistence

extension Migration {
    /// From which hour on values came that are older than what looks for states look back over.
    static let monitoring0017NoteLateHours = Migration(
        "monitoring-0017-note-late-hours",
        [
            """
            CREATE TABLE monitoring_late_hour (
              outlet_id {text} NOT NULL PRIMARY KEY,
              first_hour_ms {integer} NOT NULL,
              journal_sequence {integer} NOT NULL
            )
            """
        ])
}
