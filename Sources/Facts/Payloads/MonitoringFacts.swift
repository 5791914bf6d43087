public import Kernel

/// A batch of frames became durable in one transaction; the root covers the SHA-256 of each frame in storage order.
public struct FramesReceived: Fact {
    public static let kind = "monitoring.frames-received"
    /// How many frames the batch holds.
    public let count: Int
    /// Merkle root over the 32-byte SHA-256 of each frame (RFC 6962), in the order of their batch positions.
    public let root: Digest256

    /// A batch.
    public init(count: Int, root: Digest256) {
        self.count = count
        self.root = root
    }
}

/// Neighbouring hours of one factor of one outlet stand above the limit.
public struct ExceedanceFound: Fact {
    public static let kind = "monitoring.exceedance-found"
    /// The episode.
    public let episode: EpisodeID
    /// Where.
    public let outlet: OutletID
    /// Of what.
    public let pollutant: PollutantCode
    /// What is known of it now.
    public let extent: ExceedanceExtent
    /// The decision behind it.
    public let decision: DecisionID

    /// A new exceedance.
    public init(
        episode: EpisodeID, outlet: OutletID, pollutant: PollutantCode, extent: ExceedanceExtent, decision: DecisionID
    ) {
        self.episode = episode
        self.outlet = outlet
        self.pollutant = pollutant
        self.extent = extent
        self.decision = decision
    }
}

/// A known exceedance became longer, shorter, higher or lower, because further or corrected hours arrived.
public struct ExceedanceChanged: Fact {
    public static let kind = "monitoring.exceedance-changed"
    /// The episode.
    public let episode: EpisodeID
    /// What is known of it now.
    public let extent: ExceedanceExtent
    /// The decision behind it.
    public let decision: DecisionID
    /// Why it was judged again; nil in facts of the time when it was not told.
    public let cause: JudgingCause?

    /// A changed exceedance.
    public init(episode: EpisodeID, extent: ExceedanceExtent, decision: DecisionID, cause: JudgingCause? = nil) {
        self.episode = episode
        self.extent = extent
        self.decision = decision
        self.cause = cause
    }
}

/// A known exceedance no longer stands on the effective values. Its case is told, and closes by people, never silently.
public struct ExceedanceWithdrawn: Fact {
    public static let kind = "monitoring.exceedance-withdrawn"
    /// The episode.
    public let episode: EpisodeID
    /// The decision behind it.
    public let decision: DecisionID
    /// The episode it has grown together with, if that is why.
    public let mergedInto: EpisodeID?
    /// Why it was judged again; nil in facts of the time when it was not told.
    public let cause: JudgingCause?

    /// A withdrawn exceedance.
    public init(episode: EpisodeID, decision: DecisionID, mergedInto: EpisodeID?, cause: JudgingCause? = nil) {
        self.episode = episode
        self.decision = decision
        self.mergedInto = mergedInto
        self.cause = cause
    }
}

/// How loudly an exceedance warns. Design value: no public source fixes these steps.
public enum WarningLevel: String, Codable, Sendable, CaseIterable, Comparable {
    /// Below 0.5 times over.
    case blue
    /// 0.5 up to 1 times over.
    case yellow
    /// 1 to 3 times over.
    case orange
    /// More than 3 times over.
    case red

    public static func < (left: WarningLevel, right: WarningLevel) -> Bool {
        left.severity < right.severity
    }

    private var severity: Int {
        switch self {
        case .blue: 0
        case .yellow: 1
        case .orange: 2
        case .red: 3
        }
    }
}
