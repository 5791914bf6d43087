public import Kernel

/// An outlet's monitoring was found in a state that yields no usable values.
public struct StateEpisodeFound: Fact {
    public static let kind = "monitoring.state-found"
    /// The episode.
    public let episode: StateEpisodeID
    /// Where.
    public let outlet: OutletID
    /// How far it reached then.
    public let extent: StateExtent
    /// The rule behind it, for example `MON-10`.
    public let rule: String
    /// The decision that holds all that was read.
    public let decision: DecisionID

    /// A new episode.
    public init(
        episode: StateEpisodeID, outlet: OutletID, extent: StateExtent, rule: String, decision: DecisionID
    ) {
        self.episode = episode
        self.outlet = outlet
        self.extent = extent
        self.rule = rule
        self.decision = decision
    }
}

/// Later values, or time, changed how far a state episode reaches. Growing hour by hour is not told.
public struct StateEpisodeChanged: Fact {
    public static let kind = "monitoring.state-changed"
    /// The episode.
    public let episode: StateEpisodeID
    /// How far it reaches now.
    public let extent: StateExtent
    /// The decision.
    public let decision: DecisionID

    /// A changed episode.
    public init(episode: StateEpisodeID, extent: StateExtent, decision: DecisionID) {
        self.episode = episode
        self.extent = extent
        self.decision = decision
    }
}

/// A state episode is over.
public struct StateEpisodeEnded: Fact {
    public static let kind = "monitoring.state-ended"
    /// The episode.
    public let episode: StateEpisodeID
    /// How far it reached.
    public let extent: StateExtent
    /// The decision.
    public let decision: DecisionID

    /// An ended episode.
    public init(episode: StateEpisodeID, extent: StateExtent, decision: DecisionID) {
        self.episode = episode
        self.extent = extent
        self.decision = decision
    }
}

/// The effective hours no longer carry a state episode; its duty is lifted for this reason.
public struct StateEpisodeWithdrawn: Fact {
    public static let kind = "monitoring.state-withdrawn"
    /// The episode.
    public let episode: StateEpisodeID
    /// The episode it has grown together with; nil when later values do not carry it.
    public let mergedInto: StateEpisodeID?
    /// The decision.
    public let decision: DecisionID

    /// A withdrawn episode.
    public init(episode: StateEpisodeID, mergedInto: StateEpisodeID?, decision: DecisionID) {
        self.episode = episode
        self.mergedInto = mergedInto
        self.decision = decision
    }
}

/// The course of a state episode moved without anybody's step: its clock ran out, it ended in time, it was withdrawn.
public struct StateCourseMoved: Fact {
    public static let kind = "monitoring.state-course-moved"
    /// The episode.
    public let episode: StateEpisodeID
    /// The stage it was in.
    public let from: String
    /// The stage it is in.
    public let to: String
    /// Why, as a stable code: `clock-ran-out`, `asks-now`, `asks-no-more`, `ended-in-time`, `withdrawn`.
    public let reason: String

    /// A course that moved.
    public init(episode: StateEpisodeID, from: String, to: String, reason: String) {
        self.episode = episode
        self.from = from
        self.to = to
        self.reason = reason
    }
}
