public import Kernel

/// What an exceedance episode rests on, for whoever handles its case.
public struct EpisodeEvidence: Sendable, Equatable {
    /// The newest decision about it.
    public let decision: DecisionID
    /// The hours the decision read, in order.
    public let hours: [Hour]

    /// One hour the decision read.
    public struct Hour: Sendable, Equatable {
        /// Start of the hour.
        public let hour: Instant
        /// The value judged (converted first), mg/m³.
        public let value: DecimalNumber?
        /// The limit in force, mg/m³.
        public let limit: DecimalNumber?
        /// The data mark as sent.
        public let mark: String?
        /// Whether the hour stands above its limit.
        public let exceeds: Bool
        /// The frame it stands on.
        public let frame: Digest256
    }
}
