import Persistence

extension Migration {
    /// When a case is to be told that its clock is running; NULL when nothing is to be told any more. Cases that were
    /// being repaired when this came are told nothing before their clock runs out, as they were promised.
    static let supervision0004WarnBeforeDue = Migration(
        "supervision-0004-warn-before-due",
        [
            "ALTER TABLE supervision_case ADD COLUMN warn_ms {integer}",
            "CREATE INDEX supervision_case_warn ON supervision_case (warn_ms) WHERE warn_ms IS NOT NULL",
        ])
}
