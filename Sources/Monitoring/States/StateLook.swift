import Facts
import Kernel
import Persistence
import Standards

/// One look at an outlet's hours: reads them, and finds what they carry. Writes nothing.
struct StateLook: Sendable {
    let place: JudgedPlace
    /// The end of the hours looked at.
    let horizon: Instant
    let figures: StateFigures
    /// How furnaces are read; nil where none is looked at.
    var furnaces: FurnaceReading?

    /// Hours looked back over. Design value: a month.
    static let windowHours: Int64 = 744
    /// Hours looked back over at most when values come that are older. Design value: a year; what comes later than that
    /// makes no episode.
    static let lateHoursMax: Int64 = 8_784
    /// Values so much younger than the window are noted as late too, since the next look begins later. Design value.
    static let noteAheadHours: Int64 = 48

    /// What the hours carry.
    struct Result: Sendable {
        /// The first hour read.
        let from: Instant
        /// The last entry of the journal when they were read.
        let sequence: Int64
        let found: [(span: StateSpan, extent: StateExtent, quarterHoursBefore: Int)]
        fileprivate let curves: [StateCurve]
        fileprivate let frames: [PollutantCode: [Instant: Digest256]]
    }

    func result(in access: any ReadAccess) throws -> Result {
        let from = try start(in: access)
        let last = horizon.adding(hours: -1)
        var curves: [StateCurve] = []
        var frames: [PollutantCode: [Instant: Digest256]] = [:]
        let furnace = try furnaceCurve(from: from, in: access)
        for pollutant in try HourStore.factors(of: place.outlet, from: from, to: last, in: access)
        where furnace == nil || pollutant != .furnaceTemperature {
            let readings = try HourStore.readings(
                outlet: place.outlet, pollutant: pollutant, from: from, to: last, in: access)
            var hours = [SentHour?](repeating: nil, count: Int(horizon.milliseconds(since: from) / 3_600_000))
            for reading in readings {
                let number = Int(reading.hour.milliseconds(since: from) / 3_600_000)
                guard hours.indices.contains(number) else { continue }
                hours[number] = SentHour(mark: reading.mark, hasNumber: reading.judged != nil)
                frames[pollutant, default: [:]][reading.hour] = reading.frame
            }
            let curve = StateCurve(pollutant, start: from, hours: hours)
            curves.append(try end(of: pollutant, in: access).map(curve.takenOut) ?? curve)
        }
        if let furnace {
            curves.append(try end(of: .furnaceTemperature, in: access).map(furnace.curve.takenOut) ?? furnace.curve)
            frames[.furnaceTemperature] = furnace.frames
        }
        let spans = StateSpans.find(in: curves, figures: figures)
        return Result(
            from: from, sequence: try Journal.lastSequence(access),
            found: try spans.map { span in
                let before = try maintained(before: span, spans, from: from, in: access)
                return (
                    span, StateExtent(span, quarterHoursBefore: before, figures: figures), before
                )
            }, curves: curves, frames: frames)
    }

    /// When a factor was taken out of service: the end of the last day of its limits, when it had some and none of them
    /// goes on. Nil for a factor that was never limited, or still is.
    private func end(of pollutant: PollutantCode, in access: any ReadAccess) throws -> Instant? {
        let limits = try LimitStore.limits(outlet: place.outlet, pollutant: pollutant, in: access)
        let lastDays = limits.compactMap(\.validTo)
        guard let last = lastDays.max(), lastDays.count == limits.count else { return nil }
        let end = Instant(startOf: last.adding(days: 1))
        return end < horizon ? end : nil
    }

    /// A month back, further where late values came (at most a year), and further where an episode that stands reaches
    /// into it: so its beginning does not move with the window.
    private func start(in access: any ReadAccess) throws -> Instant {
        let pad = Int64(figures.gapHoursMax.value) + 2
        var from = horizon.adding(hours: -Self.windowHours)
        if let late = try LateHourStore.first(of: place.outlet, in: access) {
            from = min(from, max(late.adding(hours: -pad), horizon.adding(hours: -Self.lateHoursMax)))
        }
        while let first = try StateStore.standing(at: place.outlet, reaching: from, in: access).first?.extent.firstHour,
            first.adding(hours: -pad) < from
        {
            from = first.adding(hours: -pad)
        }
        return from
    }

    private func maintained(
        before span: StateSpan, _ spans: [StateSpan], from: Instant, in access: any ReadAccess
    ) throws -> Int {
        guard span.kind == .maintenance else { return 0 }
        let quarter = AmountMonth(of: span.lastHour.civil.date).quarterStart.start
        let seen = spans.filter {
            $0.kind == .maintenance && $0.lastHour >= quarter && $0.lastHour < span.firstHour
        }
        return try seen.map(\.hours.count).reduce(0, +)
            + StateStore.maintenanceHours(at: place.outlet, from: quarter, before: from, in: access)
    }

    /// What the rule reads to decide on hours of a kind.
    func input(
        _ kind: StateKind, _ hours: ClosedRange<Instant>, factors: [PollutantCode], quarterHoursBefore: Int,
        of result: Result
    ) -> StateInput {
        let pad = Int64(figures.gapHoursMax.value) + 1
        let range = hours.lowerBound.adding(hours: -pad)...hours.upperBound.adding(hours: pad)
        let curves = result.curves.filter { factors.contains($0.pollutant) }.map { $0.within(range) }
        let frames = curves.flatMap { curve in
            (result.frames[curve.pollutant] ?? [:]).filter { range.contains($0.key) }
                .sorted { $0.key < $1.key }.map(\.value.bytes)
        }
        return StateInput(
            outlet: place.outlet, kind: kind, firstHour: hours.lowerBound, lastHour: hours.upperBound, curves: curves,
            quarterHoursBefore: quarterHoursBefore, framesRoot: MerkleRoot.over(frames), figures: figures)
    }
}
