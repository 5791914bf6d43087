public import Kernel

/// The office closed a month: its figures stand from now on, and its scores were decided.
public struct IndicatorMonthFrozen: Fact {
    public static let kind = "governance.month-frozen"
    /// The month, `2026-10`.
    public let month: String
    /// How many figures it has, the missing ones counted.
    public let figures: Int
    /// How many of them are missing.
    public let missing: Int
    /// SHA-256 of the stored figures in canonical form.
    public let sha256: Digest256
    /// Why it was closed though some of its values cannot be true; nil where none was so.
    public let despite: String?

    /// A month that was closed.
    public init(month: String, figures: Int, missing: Int, sha256: Digest256, despite: String? = nil) {
        self.month = month
        self.figures = figures
        self.missing = missing
        self.sha256 = sha256
        self.despite = despite
    }
}
