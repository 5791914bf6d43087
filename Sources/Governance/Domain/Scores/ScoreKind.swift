/// What a score is about.
enum ScoreKind: String, Sendable, CaseIterable {
    /// The dual index of the city or a district (GOV-03).
    case dual
    /// The evaluation of a district (GOV-02).
    case district
    /// The evaluation of a lead unit (GOV-02).
    case unit
}
