public import Kernel

/// What an exceedance rests on: its decision and the hours that decision read.
public struct CaseEvidence: Sendable, Equatable {
    /// The newest decision about the episode.
    public let decision: DecisionID
    /// The hours of the episode and those beside it, in order.
    public let hours: [Hour]
    /// Why it was judged last; nil when it is not told.
    public let cause: Phrase?
    /// On what it was found, for documents; nil when it is not told.
    public let ground: ExceedanceGround?

    /// One hour of the evidence.
    public struct Hour: Sendable, Equatable {
        /// Start of the hour.
        public let hour: Instant
        /// The value judged (converted first), in the unit of the limit; nil when there was none.
        public let value: DecimalNumber?
        /// Of a furnace's day the lowest five-minute mean, which is not the one that decides; nil elsewhere.
        public let lowest: DecimalNumber?
        /// The limit in force, in its unit; nil when there was none.
        public let limit: DecimalNumber?
        /// The data mark as sent.
        public let mark: String?
        /// Whether the hour stands above its limit.
        public let exceeds: Bool
        /// Whether it was judged: a mean that may not be used neither exceeds nor complies.
        public let isJudged: Bool
        /// Why it may not be used, or what was marked of it; nil when nothing is to be said.
        public let remark: Phrase?
        /// The frame it stands on.
        public let frame: Digest256
        /// Where all of it is shown, when it stands on more than one frame; nil for one frame.
        public let page: String?

        /// One hour of the evidence.
        public init(
            hour: Instant, value: DecimalNumber?, limit: DecimalNumber?, mark: String?, exceeds: Bool,
            frame: Digest256, remark: Phrase? = nil, page: String? = nil, lowest: DecimalNumber? = nil,
            isJudged: Bool = true
        ) {
            self.isJudged = isJudged
            self.lowest = lowest
            self.remark = remark
            self.page = page
            self.hour = hour
            self.value = value
            self.limit = limit
            self.mark = mark
            self.exceeds = exceeds
            self.frame = frame
        }
    }

    /// What an exceedance rests on.
    public init(decision: DecisionID, hours: [Hour], cause: Phrase? = nil, ground: ExceedanceGround? = nil) {
        self.cause = cause
        self.ground = ground
        self.decision = decision
        self.hours = hours
    }
}
