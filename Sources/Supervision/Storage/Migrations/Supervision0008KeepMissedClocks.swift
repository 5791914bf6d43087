import Persistence

extension Migration {
    /// What stood of the clock of a state when the last exceedance of its case went: when it had run out, NULL if it
    /// still ran, and whether its time-out was dealt with. Cases that waited for their dismissal before begin anew.
    static let supervision0008KeepMissedClocks = Migration(
        "supervision-0008-keep-missed-clocks",
        [
            "ALTER TABLE supervision_case ADD COLUMN missed_due_ms {integer}",
            """
            ALTER TABLE supervision_case ADD COLUMN missed_overtime {integer} NOT NULL DEFAULT 0
              CHECK (missed_overtime IN (0, 1))
            """,
        ])
}
