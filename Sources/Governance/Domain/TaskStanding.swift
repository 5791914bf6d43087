/// How a lead unit itself says that a task stands.
public enum TaskStanding: String, Codable, Sendable, CaseIterable {
    /// As planned.
    case onTrack = "on-track"
    /// It may become late.
    case atRisk = "at-risk"
    /// Behind what was planned.
    case late
    /// Done; of a long-term task: the target of the year.
    case fulfilled
}
