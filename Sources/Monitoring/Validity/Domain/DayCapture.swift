import Facts
import Kernel
import Standards

/// How many hours of a day may be used, as far as they are known.
struct DayCapture: Hashable, Sendable, Codable {
    /// Start of the day.
    let day: Instant
    /// Of how many hours a value is stored; 24 are assumed when there is none and the enterprise marked some.
    let known: Int
    /// How many of them may be used.
    let valid: Int

    /// Counts a day; nil when neither hours nor marks of it are known, so that the uploaded mean stands alone.
    init?(day: Instant, hours: [HourReading], validity: HourValidity) {
        self.day = day
        guard hours.isEmpty else {
            known = hours.count
            valid = hours.count { validity.finding($0).isUsable }
            return
        }
        let free = (0..<MeanPeriod.day.hours).count { validity.marked(day.adding(hours: $0)).isUsable }
        guard free < Int(MeanPeriod.day.hours) else { return nil }
        (known, valid) = (Int(MeanPeriod.day.hours), free)
    }

    init(day: Instant, known: Int, valid: Int) {
        (self.day, self.known, self.valid) = (day, known, valid)
    }

    /// Whether there are enough, in words. Of waste water the sampling plan is not known: at least `readingsMin` are
    /// expected, more when more came.
    func ruling(
        isWater: Bool, figures: ValidityFigures, readingsMin: RuleFigure<Int>
    ) -> Ruling<CaptureRate.Outcome> {
        isWater
            ? CaptureRate.waterDay(
                validReadings: valid, expected: max(known, readingsMin.value), figures: figures)
            : CaptureRate.stackDay(validHours: valid, figures: figures)
    }
}
