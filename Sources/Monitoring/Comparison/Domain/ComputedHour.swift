import Facts
import FoundationEssentials
import Kernel
import Standards

/// The mean of an hour from its minutes: it fills a hole on a page and is compared with what was uploaded. It never
/// decides anything.
struct ComputedHour: Hashable, Sendable {
    /// The start of the hour.
    let hour: Instant
    /// What came of it.
    let outcome: Outcome

    enum Outcome: Hashable, Sendable {
        /// The means, from so many valid minutes. The converted one is there when every minute has one.
        case mean(average: ComputedMean, converted: ComputedMean?, minutes: Int)
        /// Too few valid minutes.
        case notEnough(minutes: Int)
        /// One period alone, or periods of no usual length: nobody can say how many minutes they stand for.
        case lengthUnknown
    }

    /// The lengths in minutes that a logger may be set to (HJ 212-2017, MinInterval).
    static let lengths: Set<Int64> = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30]

    /// The mean of the periods that begin in the hour; nil when there is none.
    ///
    /// The length of a period is the shortest step between two of them. Each counts the same, in waste water too: its
    /// readings stand still between two analyses.
    init?(_ hour: Instant, of values: [MinuteValue], figures: ValidityFigures) {
        let periods = values.filter { $0.start.startOfHour == hour }.sorted { $0.start < $1.start }
        guard !periods.isEmpty else { return nil }
        self.hour = hour
        guard let length = Self.length(of: periods.map(\.start)) else {
            outcome = .lengthUnknown
            return
        }
        let valid = periods.filter { $0.isValid && $0.average != nil }
        let minutes = min(60, valid.count * length)
        guard CaptureRate.hour(validMinutes: minutes, figures: figures).outcome == .valid,
            let average = ComputedMean(of: valid.compactMap(\.average))
        else {
            outcome = .notEnough(minutes: minutes)
            return
        }
        let converted = valid.compactMap(\.converted)
        outcome = .mean(
            average: average, converted: converted.count == valid.count ? ComputedMean(of: converted) : nil,
            minutes: minutes)
    }

    /// The length in minutes of periods that begin at these moments: the shortest step between two; nil for one alone,
    /// or no usual length.
    static func length(of starts: [Instant]) -> Int? {
        let starts = starts.sorted()
        let steps = zip(starts, starts.dropFirst()).map { $1.milliseconds(since: $0) / 60_000 }
        return steps.min().flatMap { lengths.contains($0) ? Int($0) : nil }
    }

    /// The mean as values are judged, the converted one first; nil without a mean.
    var judged: ComputedMean? {
        switch outcome {
        case .mean(let average, let converted, minutes: _): converted ?? average
        case .notEnough, .lengthUnknown: nil
        }
    }

    /// The mean beside an uploaded reading: of converted values where both have them, else of measured ones; nil when
    /// there are no two of a kind.
    func beside(_ reading: HourReading) -> (uploaded: DecimalNumber, computed: ComputedMean)? {
        guard case .mean(let average, let converted, minutes: _) = outcome else { return nil }
        if let uploaded = reading.converted, let converted { return (uploaded, converted) }
        return reading.average.map { ($0, average) }
    }
}
