/// Why values were judged again.
public enum JudgingCause: String, Codable, Sendable, CaseIterable {
    /// A value came or was sent again.
    case value
    /// Codes or units of a device are read otherwise.
    case mapping
    /// Hours were marked.
    case mark
    /// An officer set aside what was marked, or did not confirm a correction.
    case setAside = "set-aside"
    /// Marks have closed, by the clock or by the enterprise.
    case closing
    /// A limit was recorded, ended or taken back.
    case limit
    /// The authority adopted a rule.
    case adoption
    /// Time went by: an hour is over, or an episode ended in silence.
    case time
}
