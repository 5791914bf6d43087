/// Which stretch of time a report on environment and economy is about.
public enum AnalysisKind: String, Codable, Sendable, CaseIterable {
    /// 环保经济形势分析 of a quarter.
    case quarter
    /// The government's yearly report to the people's congress.
    case year
}
