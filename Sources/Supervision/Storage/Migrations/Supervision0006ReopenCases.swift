import Persistence

extension Migration {
    /// When a closed case was last reopened; NULL for all that never were.
    static let supervision0006ReopenCases = Migration(
        "supervision-0006-reopen-cases", ["ALTER TABLE supervision_case ADD COLUMN reopened_at_ms {integer}"])
}
