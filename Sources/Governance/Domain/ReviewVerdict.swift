/// What the office says of a report.
public enum ReviewVerdict: String, Codable, Sendable, CaseIterable {
    /// It stands.
    case accepted
    /// To be reported again.
    case returned
}
