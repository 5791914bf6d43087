/// A text part of a report on environment and economy: the office writes it, everything else is computed.
public enum AnalysisPart: String, Codable, Sendable, CaseIterable {
    case situation
    case environment
    case economy
    case problems
    case measures

    static let textMax = 3_000
}
