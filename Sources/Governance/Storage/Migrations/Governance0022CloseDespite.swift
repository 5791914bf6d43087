import Persistence

extension Migration {
    /// Why a month was closed though some of its values cannot be true.
    static let governance0022CloseDespite = Migration(
        "governance-0022-close-despite",
        ["ALTER TABLE governance_month ADD COLUMN despite {text} CHECK (length(despite) BETWEEN 1 AND 500)"])
}
