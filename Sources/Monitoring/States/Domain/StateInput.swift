import Facts
import Kernel
import Standards

/// What a rule of states reads.
struct StateInput: Codable, Sendable, Equatable {
    /// The outlet.
    let outlet: OutletID
    /// The kind sought.
    let kind: StateKind
    /// Where it is sought: an episode that shares an hour with these.
    let firstHour: Instant
    let lastHour: Instant
    /// The factors concerned, from a gap before to a gap behind, as far as hours were over.
    let curves: [StateCurve]
    /// Maintenance: hours of the same quarter in earlier episodes.
    let quarterHoursBefore: Int
    /// Merkle root over the SHA-256 of each frame the curves stand on, by factor and hour.
    let framesRoot: Digest256
    let figures: StateFigures
}

/// What came of it: the episode, or nil when the hours carry none.
struct StateOutcome: Codable, Sendable, Equatable {
    let extent: StateExtent?
}

extension StateInput {
    /// The ruling that all rules of states share; they differ in what they seek.
    var ruling: Ruling<StateOutcome> {
        let spans = StateSpans.find(in: curves, figures: figures).filter { $0.kind == kind }
        guard let span = spans.first(where: { $0.firstHour <= lastHour && firstHour <= $0.lastHour }) else {
            return Ruling(
                outcome: StateOutcome(extent: nil),
                steps: [
                    Phrase(
                        "\(StateWords.name(of: kind).zh)：现有小时值不再支持该状态",
                        "\(StateWords.name(of: kind).en): the hours do not carry it")
                ])
        }
        let extent = StateExtent(span, quarterHoursBefore: quarterHoursBefore, figures: figures)
        return Ruling(
            outcome: StateOutcome(extent: extent), steps: StateWords.steps(of: span, extent, self))
    }
}

extension StateExtent {
    init(_ span: StateSpan, quarterHoursBefore: Int, figures: StateFigures) {
        let length = Int(span.lastHour.milliseconds(since: span.firstHour) / 3_600_000) + 1
        let quarterHours = span.kind == .maintenance ? quarterHoursBefore + span.hours.count : nil
        let asks =
            switch StateTable.line(of: span.kind).asks {
            case .atOnce: true
            case .beyondQuarter: (quarterHours ?? 0) > figures.maintenanceHoursMax.value
            case .afterLength: length >= figures.stopHoursMin.value
            // Earlier decisions carry no such figure: they asked nothing.
            case .afterHours: figures.handSetHoursMin.map { span.hours.count >= $0.value } ?? false
            }
        self.init(
            state: span.kind.rawValue, firstHour: span.firstHour, lastHour: span.lastHour, hours: span.hours.count,
            factors: span.factors, ended: span.ended, asks: asks, quarterHours: quarterHours)
    }

    /// The kind; nil for a code that this program does not know.
    var kind: StateKind? { StateKind(rawValue: state) }

    /// Whether another extent of the same episode tells something new; growing hour by hour is nothing new.
    func saysTheSame(as other: StateExtent) -> Bool {
        if ended || other.ended { return self == other }
        return state == other.state && firstHour == other.firstHour && factors == other.factors
            && asks == other.asks
    }
}
