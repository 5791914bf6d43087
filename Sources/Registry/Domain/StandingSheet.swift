public import Kernel

/// What a sheet says of an enterprise: what the register holds, the public values of its outlets, and how many of its
/// cases people have decided. It holds no personal data and no case that nobody has decided (decision 82).
public struct StandingSheet: Sendable, Equatable, Codable {
    /// The enterprise as the register has it.
    struct Firm: Sendable, Equatable, Codable {
        let enterprise: EnterpriseID
        let name: String
        let creditCode: String?
        let region: RegionCode
        let industry: String
        let address: String
        /// `active`, `stopped` or `gone`.
        let standing: String
    }

    /// The newest public mean of a limited factor (decision 82): an uploaded figure beside its limit, no verdict.
    public struct Mean: Sendable, Equatable, Codable {
        let factor: PollutantCode
        let name: Phrase
        let period: Phrase
        let start: Instant
        let value: DecimalNumber?
        let limit: String?
        let isBeyond: Bool?
        let mark: String?
        /// What the mark says; nil without one, when no edition knows it, and on sheets from before it was told.
        let markWords: Phrase?

        /// A public mean; `start` is the start of its hour or day.
        public init(
            factor: PollutantCode, name: Phrase, period: Phrase, start: Instant, value: DecimalNumber?, limit: String?,
            isBeyond: Bool?, mark: String?, markWords: Phrase? = nil
        ) {
            (self.factor, self.name, self.period, self.start) = (factor, name, period, start)
            (self.value, self.limit, self.isBeyond, self.mark) = (value, limit, isBeyond, mark)
            self.markWords = markWords
        }
    }

    /// How many of the cases opened in the last twelve months people have decided, and how. A case that nobody has
    /// decided yet accuses nobody, and is not counted.
    public struct Record: Sendable, Equatable, Codable {
        /// True exceedances that are not put right yet.
        public var open: Int
        /// True exceedances that were put right, re-checked and closed.
        public var closed: Int
        /// Warnings that turned out to be none: a device's fault, an allowed condition, a wrong mark, withdrawn.
        public var withdrawn: Int

        /// Counts of cases.
        public init(open: Int = 0, closed: Int = 0, withdrawn: Int = 0) {
            (self.open, self.closed, self.withdrawn) = (open, closed, withdrawn)
        }
    }

    /// An outlet with what may be told of it.
    struct Outlet: Sendable, Equatable, Codable {
        let outlet: OutletID
        let number: String
        let name: String
        /// `stack` or `waste-water`.
        let medium: String
        /// `active`, `stopped` or `gone`.
        let standing: String
        let means: [Mean]
        let record: Record
    }

    let number: SheetNumber
    let at: Instant
    let organisation: String
    let purpose: StandingPurpose
    /// The last entry of the journal that it could know of, and that entry's leaf hash (`docs/method/journal.md`).
    let checkpoint: Int64
    let checkpointLeaf: Digest256
    let firm: Firm
    let outlets: [Outlet]

    /// From which day on cases are counted: twelve months before a moment.
    static func countsFrom(_ now: Instant) -> CivilDate { now.civil.date.adding(days: -365) }

    /// All outlets together.
    var record: Record {
        outlets.reduce(into: Record()) { sum, outlet in
            sum.open += outlet.record.open
            sum.closed += outlet.record.closed
            sum.withdrawn += outlet.record.withdrawn
        }
    }
}
