import Facts
import FoundationEssentials
import Kernel
import Standards

/// One mean, of an hour or a day, put beside the limit of its day.
struct JudgedHour: Hashable, Sendable {
    /// Start of the hour or the day.
    let hour: Instant
    /// What came of it.
    let verdict: Verdict
    /// The limit it was put beside.
    let limit: DatedLimit?

    enum Verdict: Hashable, Sendable {
        /// Valid, and breaks this bound of the limit.
        case exceeds(value: DecimalNumber, limit: DecimalNumber)
        /// Valid and within the limit.
        case complies(value: DecimalNumber, limit: DecimalNumber)
        /// Not to be judged: no value, a mark that forbids it, no limit in force, or a time that is not over yet.
        case unjudged
    }

    init(
        _ reading: HourReading, limits: [DatedLimit], parameters: JudgingParameters, now: Instant,
        period: MeanPeriod = .hour
    ) {
        hour = reading.hour
        let over = now.adding(minutes: parameters.clockLead)
        guard reading.isValid, let value = reading.judged, reading.hour.adding(hours: period.hours) <= over,
            let limit = limits.inForce(on: reading.hour.civil.date, of: period)
        else {
            verdict = .unjudged
            limit = nil
            return
        }
        self.limit = limit
        verdict =
            limit.broken(by: value).map { .exceeds(value: value, limit: $0) }
            ?? .complies(value: value, limit: limit.limit)
    }

    /// How far the mean lies beyond its limit, exactly: as a share of it where "times over" is counted, else as the
    /// distance; nil unless it exceeds.
    var excess: Decimal? {
        guard case .exceeds(let value, let bound) = verdict else { return nil }
        guard countsMultiple else { return abs(value.value - bound.value) }
        return (value.value - bound.value) / bound.value
    }

    /// Whether "times over" is counted.
    var countsMultiple: Bool { limit?.countsMultiple ?? true }
}
