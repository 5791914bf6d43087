/// What the office says of a report.
enum ReviewVerdict: String, Codable, Sendable, CaseIterable {
    case accepted
    /// To be reported again.
    case returned
}
