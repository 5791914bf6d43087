import Facts
import Kernel
import Standards

/// Neighbouring hours of one kind, of one factor or of several together.
struct StateSpan: Hashable, Sendable {
    let kind: StateKind
    /// The hours in it, in order; never empty.
    let hours: [Instant]
    let factors: [PollutantCode]
    let ended: Bool

    var firstHour: Instant { hours.first ?? Instant(milliseconds: 0) }
    var lastHour: Instant { hours.last ?? Instant(milliseconds: 0) }
}

/// Finds the state episodes in the hours of an outlet: pure in event time, so that neither the order of arrival nor a
/// repetition can matter (`docs/method/state-episodes.md`).
enum StateSpans {
    /// The episodes of an outlet: what overlaps in several factors is one.
    static func find(in curves: [StateCurve], figures: StateFigures) -> [StateSpan] {
        let spans = curves.flatMap { find(in: $0, figures: figures) }
        return StateKind.allCases.flatMap { kind in joined(spans.filter { $0.kind == kind }) }
            .sorted { ($0.firstHour, $0.kind) < ($1.firstHour, $1.kind) }
    }

    /// The spans of one factor.
    static func find(in curve: StateCurve, figures: StateFigures) -> [StateSpan] {
        let signs = Signs(curve.hours, figures: figures)
        return StateKind.allCases.flatMap { kind in
            runs(of: kind, in: signs.all, gap: figures.gapHoursMax.value).map { run, ended in
                StateSpan(
                    kind: kind, hours: run.map(curve.hour), factors: [curve.pollutant],
                    ended: ended || curve.isTakenOut == true)
            }
        }
    }

    /// Each hour with its kind: silences and calibrations are known by their length.
    private struct Signs {
        enum Sign: Hashable {
            /// Too short a silence, or one before the first value.
            case missing
            case valid
            case calibration
            case state(StateKind)
        }

        private(set) var all: [Sign]

        init(_ hours: [SentHour?], figures: StateFigures) {
            all = hours.map { sent in
                switch sent?.sign {
                case nil: .missing
                case .valid: .valid
                case .calibration: .calibration
                case .state(let kind): .state(kind)
                }
            }
            let first = hours.firstIndex { $0 != nil } ?? hours.count
            turn(.missing, longerThan: figures.gapHoursMax.value, from: first, into: .state(.noData))
            turn(.calibration, longerThan: figures.calibrationHoursMax.value, from: 0, into: .state(.maintenance))
        }

        private mutating func turn(_ sign: Sign, longerThan most: Int, from first: Int, into other: Sign) {
            var place = first
            while place < all.count {
                guard all[place] == sign else {
                    place += 1
                    continue
                }
                let end = all[place...].firstIndex { $0 != sign } ?? all.count
                if end - place > most {
                    all.replaceSubrange(place..<end, with: repeatElement(other, count: end - place))
                }
                place = end
            }
        }
    }

    private static func runs(of kind: StateKind, in signs: [Signs.Sign], gap: Int) -> [(run: [Int], ended: Bool)] {
        var found: [(run: [Int], ended: Bool)] = []
        var run: [Int] = []
        func close() {
            if !run.isEmpty { found.append((run, true)) }
            run = []
        }
        for (place, sign) in signs.enumerated() {
            if sign == .state(kind) {
                if let last = run.last, place - last - 1 > gap { close() }
                run.append(place)
            } else if sign == .valid || kind == .noData {
                close()
            }
        }
        if let last = run.last { found.append((run, signs.count - 1 - last > gap)) }
        return found
    }

    private static func joined(_ spans: [StateSpan]) -> [StateSpan] {
        var found: [StateSpan] = []
        for span in spans.sorted(by: { ($0.firstHour, $0.lastHour) < ($1.firstHour, $1.lastHour) }) {
            guard let last = found.last, span.firstHour <= last.lastHour else {
                found.append(span)
                continue
            }
            found[found.count - 1] = StateSpan(
                kind: span.kind, hours: Set(last.hours).union(span.hours).sorted(),
                factors: Set(last.factors).union(span.factors).sorted(), ended: last.ended && span.ended)
        }
        return found
    }
}
