import Persistence

extension Migration {
    /// Why more is spent on a project than was planned.
    static let governance0011ExplainMoney = Migration(
        "governance-0011-explain-money",
        ["ALTER TABLE governance_project_month ADD COLUMN over_reason {text} CHECK (length(over_reason) <= 500)"])
}
