public import Kernel

/// Somebody reported, answered or closed what a state episode asked for.
public struct StateStepTaken: Fact {
    public static let kind = "monitoring.state-step-taken"
    /// The episode.
    public let episode: StateEpisodeID
    /// The number of the step, from 1.
    public let step: Int
    /// The action, as a stable code.
    public let action: String
    /// The stage it started in.
    public let from: String
    /// The stage it led to.
    public let to: String
    /// The form as handed in.
    public let form: [String: String]
    /// The digest of the name under which the person acted (`NameSeal`); nil in facts of the time when it was not told.
    public let signed: Digest256?

    /// A step.
    public init(
        episode: StateEpisodeID, step: Int, action: String, from: String, to: String, form: [String: String],
        signed: Digest256? = nil
    ) {
        self.signed = signed
        self.episode = episode
        self.step = step
        self.action = action
        self.from = from
        self.to = to
        self.form = form
    }
}
