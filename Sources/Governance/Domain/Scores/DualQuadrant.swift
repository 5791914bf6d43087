/// Where environment and economy stand together.
enum DualQuadrant: String, Codable, Sendable, CaseIterable {
    /// Both good.
    case both
    /// A good environment, a weak economy.
    case environment
    /// A good economy, a weak environment.
    case economy
    /// Both weak.
    case neither
}
