/// How a lead unit itself says that a task stands.
enum TaskStanding: String, Codable, Sendable, CaseIterable {
    case onTrack = "on-track"
    case atRisk = "at-risk"
    case late
    /// Done; of a long-term task: the target of the year.
    case fulfilled
}
