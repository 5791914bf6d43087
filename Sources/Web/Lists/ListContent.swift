/// What a list's rows tell of.
public enum ListContent: Sendable {
    /// Enterprises, values, cases: the office's business.
    case business
    /// People by name: taking it away is an act that the audit keeps.
    case personal
}
