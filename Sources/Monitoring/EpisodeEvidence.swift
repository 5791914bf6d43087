public import Facts
public import Kernel
import Persistence

/// What an exceedance episode rests on, for whoever handles its case.
public struct EpisodeEvidence: Sendable, Equatable {
    /// The newest decision about it.
    public let decision: DecisionID
    /// The means the decision read, in order.
    public let hours: [Hour]
    /// Why it was judged; nil for decisions of the time when it was not told.
    public let cause: Phrase?
    /// The code of the rule that decided, for example `MON-02`.
    public let ruleCode: String
    /// The rule's version.
    public let ruleVersion: Int
    /// The factor's name.
    public let factor: Phrase
    /// What the limit at the peak demands, with its unit: `≤ 35 mg/m³`, `6–9`; nil when the decision holds none.
    public let limitText: String?
    /// Where that limit is written; nil when the decision holds none.
    public let limitSource: Phrase?
    /// The document by which the authority adopted the rule for the peak's day; nil where it needs no adoption.
    public let adoption: Phrase?
    /// The standard of incinerators that the daily limit stands in, `GB 18484`; nil for another limit.
    public let limitStandard: String?
    /// In what kind of text that limit stands; nil where that was not told when it was recorded.
    public let limitKind: LimitSourceKind?

    /// One mean the decision read, of an hour or a day.
    public struct Hour: Sendable, Equatable {
        /// Start of the hour or the day.
        public let hour: Instant
        /// The value judged (converted first), in the unit of the limit.
        public let value: DecimalNumber?
        /// The mean as measured, where the judged one is converted from it to reference oxygen; nil elsewhere.
        public let measured: DecimalNumber?
        /// Of a furnace's day the lowest five-minute mean, which is not the one that decides; nil elsewhere.
        public let lowest: DecimalNumber?
        /// The limit in force, in its unit.
        public let limit: DecimalNumber?
        /// That limit with its demand and source.
        let inForce: DatedLimit?
        /// The data mark as sent.
        public let mark: String?
        /// Whether it stands above its limit and may be used.
        public let exceeds: Bool
        /// Whether it may be used and there is a limit, so that it was judged at all.
        public let isJudged: Bool
        /// Why it may not be used, or what was marked of it; nil when nothing is to be said.
        public let remark: Phrase?
        /// The frame it stands on; of a furnace's day the Merkle root over its frames.
        public let frame: Digest256
        /// Where all of it is shown, when it stands on more than one frame; nil for one frame.
        public let page: String?
        /// Of a furnace's day every five-minute mean below the limit, in order; empty elsewhere.
        public let lowMeans: [LowMean]
    }

    /// A five-minute mean of a furnace's temperature below its limit.
    public struct LowMean: Sendable, Equatable {
        /// Start of the five minutes.
        public let start: Instant
        /// The mean in ℃.
        public let mean: DecimalNumber
    }

    /// Reads a decision of any version.
    init(_ decision: Decision, of extent: ExceedanceExtent, factor: Phrase, standard: String?) throws {
        let (hours, cause) = try Self.read(decision, of: extent)
        self.decision = decision.id
        self.hours = hours
        self.cause = cause
        self.factor = factor
        limitStandard = standard
        (ruleCode, ruleVersion) = (decision.ruleCode, decision.ruleVersion)
        let beyond = hours.filter { $0.exceeds && (extent.firstHour...extent.lastHour).contains($0.hour) }
        let limit = (beyond.first { $0.value == extent.peak } ?? beyond.first)?.inForce
        let peakDay = (beyond.first { $0.value == extent.peak } ?? beyond.first)?.hour.civil.date
        adoption = peakDay.flatMap { Self.adoption(of: decision, on: $0) }.map(SourceText.words)
        limitText = limit?.text
        limitSource = limit.map(SourceText.words(of:))
        limitKind = limit?.sourceKind
    }

    private static func adoption(of decision: Decision, on day: CivilDate) -> String? {
        let input = try? CanonicalJSON.value(MeanInput.self, from: decision.input)
        return input?.adoptions?.first { $0.validFrom <= day && day <= $0.validTo ?? day }?.source
    }

    private static func read(
        _ decision: Decision, of extent: ExceedanceExtent
    ) throws -> (hours: [Hour], cause: Phrase?) {
        if let input = try? CanonicalJSON.value(MeanInput.self, from: decision.input) {
            let hours = input.readings.map { reading -> Hour in
                let (isUsable, remark): (Bool, Phrase?) =
                    switch input.finding(reading) {
                    case .usable(let note): (true, note)
                    case .unused(_, let why): (false, why)
                    }
                return Hour(
                    reading, limit: input.limits.inForce(on: reading.hour.civil.date, of: input.period),
                    exceeds: input.exceeds(reading), isUsable: isUsable, remark: remark)
            }
            return (hours, input.cause.phrase)
        }
        if decision.ruleCode == LowFurnaceTemperature.descriptor.code {
            let marked = try? CanonicalJSON.value(MarkedFurnaceTemperature.Input.self, from: decision.input)
            return (try furnaceDays(decision.furnaceRead()), marked?.cause.phrase)
        }
        let period = extent.averaging ?? .hour
        let input = try decision.meansRead()
        let hours = input.readings.sorted { $0.hour < $1.hour }.map { reading -> Hour in
            let judged = JudgedHour(
                reading, limits: input.limits, parameters: input.parameters, now: input.now, period: period)
            return Hour(
                reading, limit: input.limits.inForce(on: reading.hour.civil.date, of: period),
                exceeds: judged.excess != nil, isUsable: true, remark: nil)
        }
        return (hours, nil)
    }
}

extension EpisodeEvidence.Hour {
    init(_ reading: HourReading, limit: DatedLimit?, exceeds: Bool, isUsable: Bool, remark: Phrase?) {
        self.init(
            hour: reading.hour, value: reading.judged, measured: reading.converted == nil ? nil : reading.average,
            lowest: nil, limit: limit?.limit, inForce: limit,
            mark: reading.mark,
            exceeds: exceeds, isJudged: isUsable && reading.judged != nil && limit != nil, remark: remark,
            frame: reading.frame, page: nil, lowMeans: [])
    }
}
