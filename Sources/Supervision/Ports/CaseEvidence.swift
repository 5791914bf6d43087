public import Kernel

/// What an exceedance rests on: its decision and the hours that decision read.
public struct CaseEvidence: Sendable, Equatable {
    /// The newest decision about the episode.
    public let decision: DecisionID
    /// The hours of the episode and those beside it, in order.
    public let hours: [Hour]

    /// One hour of the evidence.
    public struct Hour: Sendable, Equatable {
        /// Start of the hour.
        public let hour: Instant
        /// The value judged (converted first), in mg/m³; nil when there was none.
        public let value: DecimalNumber?
        /// The limit in force, in mg/m³; nil when there was none.
        public let limit: DecimalNumber?
        /// The data mark as sent.
        public let mark: String?
        /// Whether the hour stands above its limit.
        public let exceeds: Bool
        /// The frame it stands on.
        public let frame: Digest256

        /// One hour of the evidence.
        public init(
            hour: Instant, value: DecimalNumber?, limit: DecimalNumber?, mark: String?, exceeds: Bool,
            frame: Digest256
        ) {
            self.hour = hour
            self.value = value
            self.limit = limit
            self.mark = mark
            self.exceeds = exceeds
            self.frame = frame
        }
    }

    /// What an exceedance rests on.
    public init(decision: DecisionID, hours: [Hour]) {
        self.decision = decision
        self.hours = hours
    }
}
