public import Facts
public import Kernel

/// An outlet with its newest means, as anybody may see it.
public struct PublicOutlet: Sendable, Equatable {
    /// The newest mean of one limited factor.
    public struct Mean: Sendable, Equatable {
        /// The factor.
        public let factor: PollutantCode
        /// Its name.
        public let name: Phrase
        /// Which mean.
        public let period: MeanPeriod
        /// Start of the hour or the day.
        public let start: Instant
        /// The uploaded value; nil when none was sent.
        public let value: DecimalNumber?
        /// The limit in force with its unit; nil without one.
        public let limit: String?
        /// Whether the value lies beyond it; nil when they cannot be compared.
        public let isBeyond: Bool?
        /// The device's mark, when it is not N.
        public let mark: String?
        /// What the mark says; nil when nobody knows.
        public let markWords: Phrase?

        /// A mean.
        public init(
            factor: PollutantCode, name: Phrase, period: MeanPeriod, start: Instant, value: DecimalNumber?,
            limit: String?, isBeyond: Bool?, mark: String?, markWords: Phrase?
        ) {
            self.factor = factor
            self.name = name
            self.period = period
            self.start = start
            self.value = value
            self.limit = limit
            self.isBeyond = isBeyond
            self.mark = mark
            self.markWords = markWords
        }

        /// Whether a newer one should have come by then: an hour is three hours late, a day a whole one.
        func isOld(at now: Instant) -> Bool {
            start.adding(hours: period == .hour ? 4 : 48) < now
        }
    }

    /// The outlet.
    public let outlet: OutletID
    /// Its number and name.
    public let title: String
    /// The enterprise's name.
    public let enterpriseName: String
    /// The region.
    public let region: RegionCode
    /// The region's name.
    public let regionName: Phrase
    /// Its means, by factor.
    public let means: [Mean]

    /// An outlet.
    public init(
        outlet: OutletID, title: String, enterpriseName: String, region: RegionCode, regionName: Phrase, means: [Mean]
    ) {
        self.outlet = outlet
        self.title = title
        self.enterpriseName = enterpriseName
        self.region = region
        self.regionName = regionName
        self.means = means
    }
}
