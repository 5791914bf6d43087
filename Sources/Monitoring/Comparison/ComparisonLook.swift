import Facts
import Kernel
import Persistence
import Standards

/// Puts what an outlet uploaded beside what its smaller values and its oxygen give, for one natural day. Writes
/// nothing; read from frames and effective values alone, so that nothing can be stale.
struct ComparisonLook: Sendable {
    let outlet: OutletID
    let day: CivilDate
    let factors: DeviceFactors
    let judging: JudgingFigures
    let furnaces: ReferenceFurnaces

    private var first: Instant { Instant(startOf: day) }
    private var last: Instant { first.adding(hours: 23) }
    private var flow: PollutantCode { AmountMedium.water.flowCode }

    /// The minutes of these factors, or of all.
    func minutes(of wanted: Set<PollutantCode>?, in access: any ReadAccess) throws -> SentMinutes {
        try SentMinutes(
            of: outlet, hours: first..<first.adding(hours: 24), only: wanted, factors: factors, in: access)
    }

    /// The hours of a factor that minutes give, in order.
    func computedHours(_ pollutant: PollutantCode, _ minutes: SentMinutes) -> [ComputedHour] {
        let values = minutes.values[pollutant] ?? []
        return (0..<24).compactMap { number in
            ComputedHour(first.adding(hours: Int64(number)), of: values, figures: judging.validity)
        }
    }

    /// The uploaded hours of a factor.
    func hours(_ pollutant: PollutantCode, scope: Scope = .city, in access: any ReadAccess) throws -> [HourReading] {
        try HourStore.readings(
            outlet: outlet, pollutant: pollutant, from: first, to: last, scope: scope, in: access)
    }

    /// The uploaded value of the day.
    func uploadedDay(_ pollutant: PollutantCode, in access: any ReadAccess) throws -> HourReading? {
        try HourStore.readings(
            outlet: outlet, pollutant: pollutant, from: first, to: first, period: .day, in: access
        ).first
    }

    /// The flow that weights a factor; none for a stack.
    func flows(for pollutant: PollutantCode, in access: any ReadAccess) throws -> [HourReading] {
        pollutant.isOfWater ? try hours(flow, in: access) : []
    }

    /// What rule MON-28 reads of a factor.
    func differenceInput(
        _ pollutant: PollutantCode, _ minutes: SentMinutes, _ figures: ComputedDifferenceFigures,
        in access: any ReadAccess
    ) throws -> ComputedDifference.Input {
        let hours = try hours(pollutant, in: access)
        let computed = Dictionary(
            computedHours(pollutant, minutes).map { ($0.hour, $0) }, uniquingKeysWith: { first, _ in first })
        var frames: [Digest256] = []
        let pairs = hours.compactMap { reading -> ComputedDifference.Input.Pair? in
            guard reading.isValid, let beside = computed[reading.hour]?.beside(reading) else { return nil }
            frames.append(reading.frame)
            return ComputedDifference.Input.Pair(
                start: reading.hour, uploaded: beside.uploaded, computed: beside.computed)
        }
        var pairOfDay: ComputedDifference.Input.Pair?
        if let uploaded = try uploadedDay(pollutant, in: access), uploaded.isValid, let value = uploaded.judged,
            let mean = ComputedDay.mean(
                of: pollutant, hours, flows: try flows(for: pollutant, in: access), figures: judging.validity
            ).outcome.quotient
        {
            frames.append(uploaded.frame)
            pairOfDay = ComputedDifference.Input.Pair(start: first, uploaded: value, computed: ComputedMean(mean))
        }
        return ComputedDifference.Input(
            outlet: outlet, pollutant: pollutant, hours: pairs, day: pairOfDay,
            framesRoot: MerkleRoot.over(frames.map(\.bytes)), figures: figures)
    }

    /// The reference oxygen of the limit of a factor in force on the day; nil where it is not told.
    func reference(_ pollutant: PollutantCode, in access: any ReadAccess) throws -> ReferenceOxygen? {
        let recorded = try LimitStore.history(of: outlet, of: pollutant, in: access).filter {
            $0.limit.holds(on: day)
        }
        return recorded.lazy.compactMap { furnaces.reference(table: $0.table, source: $0.limit.source) }.first
    }

    /// What rule MON-29 reads of a factor.
    func conversionInput(
        _ pollutant: PollutantCode, _ figures: ConversionDoubtFigures, in access: any ReadAccess
    ) throws -> ConversionDoubt.Input {
        let oxygen = Dictionary(
            try hours(.oxygen, in: access).filter(\.isValid).map { ($0.hour, $0.average) },
            uniquingKeysWith: { first, _ in first })
        let readings = try hours(pollutant, in: access).filter {
            $0.isValid && $0.average != nil
        }
        return ConversionDoubt.Input(
            outlet: outlet, pollutant: pollutant,
            hours: readings.compactMap { reading in
                reading.average.map { measured in
                    ConversionDoubt.Input.Hour(
                        hour: reading.hour, measured: measured, oxygen: oxygen[reading.hour] ?? nil,
                        converted: reading.converted)
                }
            },
            reference: try reference(pollutant, in: access),
            framesRoot: MerkleRoot.over(readings.map(\.frame.bytes)), conversion: judging.conversion, figures: figures)
    }
}
