/// The light of a task.
enum TaskLight: String, Codable, Sendable, CaseIterable {
    case red
    case amber
    case green
    /// Nothing is known yet.
    case grey
}
