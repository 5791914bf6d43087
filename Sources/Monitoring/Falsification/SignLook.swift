import Facts
import HJ212
import Kernel
import Persistence
import Standards

/// One look at one outlet's day: reads the curves, and lets each rule say what it sees. Writes nothing.
struct SignLook: Sendable {
    let place: JudgedPlace
    let day: CivilDate
    let figures: SignFigures
    let factors: DeviceFactors
    let comparison: ComparisonLook

    /// Hours of the window that ends with the day. Design value: a month.
    static let windowHours = 720
    /// Hours that a copy is compared over.
    static let comparedHours = 48
    /// Factors of an outlet looked at. Design value.
    static let factorsMax = 16

    /// What a rule said of one factor, or of the device.
    struct Finding: Sendable {
        let sign: SignKind
        let pollutant: PollutantCode?
        let found: FoundSign?
        let framesRoot: Digest256
        /// Decides for the record, on the same input.
        let decide: @Sendable (DecisionLog, _ about: SuspicionID, JudgedPlace, any WriteAccess) throws -> DecisionID
    }

    /// What was seen of curves, and their shapes, which are to be kept.
    struct Curves: Sendable {
        var findings: [Finding] = []
        var shapes: [PollutantCode: [CurveShape]] = [:]
    }

    private var firstOfDay: Instant { Instant(startOf: day) }
    private var lastOfDay: Instant { Instant(startOf: day).adding(hours: 23) }
    private var firstOfWindow: Instant { lastOfDay.adding(hours: 1 - Int64(Self.windowHours)) }

    /// What the curves show that end with the day. Depends on the shapes kept of the outlets looked at before.
    func curves(in access: any ReadAccess) throws -> Curves {
        var result = Curves()
        let marks = try MarkStore.marks(outlet: place.outlet, from: firstOfWindow, to: lastOfDay, in: access)
        for pollutant in try pollutants(access) {
            let month = try curve(of: place.outlet, pollutant, until: lastOfDay, hours: Self.windowHours, access)
            let limit = try LimitStore.limits(outlet: place.outlet, pollutant: pollutant, in: access).inForce(on: day)
            let stretches = MarkedStretch.stretches(
                of: marks, for: pollutant, in: firstOfWindow..<lastOfDay.adding(hours: 1))
            result.findings += overCurve(pollutant, month, limit, stretches)
            let shapes = CurveShape.kept(of: month.curve)
            result.shapes[pollutant] = shapes
            result.findings.append(try copied(pollutant, month, shapes, access))
        }
        return result
    }

    /// What shows when the day's means are compared with each other, and what the frames themselves show.
    func comparisons(in access: any ReadAccess) throws -> [Finding] {
        let minutes = try comparison.minutes(of: nil, in: access)
        return try pollutants(access).flatMap { try overMeans($0, minutes, access) } + overFrames(access)
    }

    private func pollutants(_ access: any ReadAccess) throws -> ArraySlice<PollutantCode> {
        try SignLookStore.pollutants(of: place.outlet, from: firstOfDay, to: lastOfDay, in: access)
            .prefix(Self.factorsMax)
    }

    private typealias ReadCurve = (curve: HourCurve, framesRoot: Digest256)

    private func curve(
        of outlet: OutletID, _ pollutant: PollutantCode, until last: Instant, hours: Int, _ access: any ReadAccess
    ) throws -> ReadCurve {
        let first = last.adding(hours: 1 - Int64(hours))
        let readings = try HourStore.readings(
            outlet: outlet, pollutant: pollutant, from: first, to: last, in: access)
        return (
            HourCurve(readings, from: first, hours: hours), MerkleRoot.over(readings.map(\.frame.bytes))
        )
    }

    private func overCurve(
        _ pollutant: PollutantCode, _ month: ReadCurve, _ limit: DatedLimit?, _ stretches: [MarkedStretch]?
    ) -> [Finding] {
        let steps = CurveSteps(month.curve)
        func input<Figures>(_ figures: Figures) -> SignInput<Figures> {
            SignInput(
                outlet: place.outlet, pollutant: pollutant, curve: month.curve, limit: limit,
                framesRoot: month.framesRoot, figures: figures, stretches: stretches, steps: steps)
        }
        func finding<R: DecisionRule, Figures>(_ sign: SignKind, _ rule: R.Type, _ figures: Figures) -> Finding
        where R.Input == SignInput<Figures>, R.Outcome == SignOutcome {
            self.finding(
                sign, HeedingMarks<R, Figures>.self, input(figures), pollutant, month.framesRoot)
        }
        return [
            finding(.flatLine, FlatLine.self, figures.flatLine),
            finding(.repeatedDigits, RepeatedDigits.self, figures.repeatedDigits),
            finding(.clippedRange, ClippedRange.self, figures.clippedRange),
            finding(.timelyCalibration, TimelyCalibration.self, figures.timelyCalibration),
            finding(.belowLimit, StoppingBelowLimit.self, figures.belowLimit),
        ]
    }

    private func finding<R: DecisionRule>(
        _ sign: SignKind, _ rule: R.Type, _ input: R.Input, _ pollutant: PollutantCode?, _ root: Digest256
    ) -> Finding where R.Outcome == SignOutcome {
        Finding(
            sign: sign, pollutant: pollutant, found: R.decide(input).outcome.sign, framesRoot: root,
            decide: { decisions, suspicion, place, access in
                try decisions.decide(
                    by: rule, on: input, about: suspicion.text, enterprise: place.enterprise, region: place.region,
                    in: access
                ).id
            })
    }

    /// The closest of a bounded number of curves with a stretch of the same shape; nothing when there is none.
    private func copied(
        _ pollutant: PollutantCode, _ month: ReadCurve, _ shapes: [CurveShape], _ access: any ReadAccess
    ) throws -> Finding {
        let own = try curve(
            of: place.outlet, pollutant, until: lastOfDay, hours: Self.comparedHours, access)
        let oldest = firstOfDay.adding(hours: -24 * Int64(figures.copiedCurve.daysBack.value))
        var candidates: [Candidate] = []
        for shape in shapes {
            let matches = try ShapeStore.matches(
                of: shape, pollutant: pollutant, at: place, since: oldest,
                limit: figures.copiedCurve.candidatesMax.value, in: access)
            candidates += matches.map { match in
                Candidate(outlet: match.outlet, lag: shape.start.milliseconds(since: match.start) / 3_600_000)
            }
        }
        var best: Finding?
        for candidate in Set(candidates).sorted().prefix(figures.copiedCurve.candidatesMax.value) {
            let other = try curve(
                of: candidate.outlet, pollutant, until: lastOfDay.adding(hours: -candidate.lag),
                hours: Self.comparedHours, access)
            let input = CopiedCurve.Input(
                outlet: place.outlet, pollutant: pollutant, curve: own.curve, otherOutlet: candidate.outlet,
                other: other.curve, framesRoot: own.framesRoot, otherFramesRoot: other.framesRoot,
                figures: figures.copiedCurve)
            let found = finding(.copiedCurve, CopiedCurve.self, input, pollutant, own.framesRoot)
            if best?.found == nil { best = found }
        }
        return best
            ?? Finding(
                sign: .copiedCurve, pollutant: pollutant, found: nil, framesRoot: own.framesRoot,
                decide: { _, _, _, _ in throw NothingToDecide() })
    }

    /// A curve that may be the model, so many hours earlier.
    private struct Candidate: Hashable, Comparable {
        let outlet: OutletID
        let lag: Int64

        static func < (left: Candidate, right: Candidate) -> Bool {
            (left.lag, left.outlet) < (right.lag, right.outlet)
        }
    }

    /// A look without any candidate has no decision.
    private struct NothingToDecide: Error {}

    // MARK: Means

    private func overMeans(
        _ pollutant: PollutantCode, _ minutes: SentMinutes, _ access: any ReadAccess
    ) throws -> [Finding] {
        let means = try comparison.differenceInput(pollutant, minutes, figures.computedDifference, in: access)
        let converted = try comparison.conversionInput(pollutant, figures.convertedDifference, in: access)
        return [
            finding(.computedDifference, ComputedDifference.self, means, pollutant, means.framesRoot),
            finding(.convertedDifference, ConversionDoubt.self, converted, pollutant, converted.framesRoot),
        ]
    }

    // MARK: Frames

    private func overFrames(_ access: any ReadAccess) throws -> [Finding] {
        let first = firstOfDay.adding(hours: 24 - Int64(figures.rewrittenHours.hoursBack.value))
        let sent = try SentHours(
            of: place.outlet, hours: first...lastOfDay, day: firstOfDay...lastOfDay, factors: factors, in: access)
        var findings = try sent.versions.sorted { $0.key < $1.key }.map { pollutant, hours in
            let input = RewrittenHours.Input(
                outlet: place.outlet, pollutant: pollutant, hours: hours,
                limits: try LimitStore.limits(outlet: place.outlet, pollutant: pollutant, in: access),
                figures: figures.rewrittenHours)
            let root = MerkleRoot.over(hours.flatMap(\.versions).map(\.frame.bytes))
            return finding(.rewrittenHours, RewrittenExceedances.self, input, pollutant, root)
        }
        if !sent.receipts.isEmpty {
            let input = DriftingClock.Input(
                outlet: place.outlet, receipts: sent.receipts, figures: figures.clockDrift)
            let root = MerkleRoot.over(sent.receipts.map(\.frame.bytes))
            findings.append(finding(.clockDrift, DriftingClock.self, input, nil, root))
        }
        return findings
    }
}
