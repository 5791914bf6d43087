import Facts
import FoundationEssentials
import Kernel
import Standards

/// One hour put beside the limit of its day.
struct JudgedHour: Hashable, Sendable {
    /// Start of the hour.
    let hour: Instant
    /// What came of it.
    let verdict: Verdict

    enum Verdict: Hashable, Sendable {
        /// Valid and above the limit.
        case exceeds(value: DecimalNumber, limit: DecimalNumber)
        /// Valid and not above the limit.
        case complies(value: DecimalNumber, limit: DecimalNumber)
        /// Not to be judged: no value, a mark that forbids it, no limit in force, or an hour that is not over yet.
        case unjudged
    }

    init(_ reading: HourReading, limits: [DatedLimit], parameters: JudgingParameters, now: Instant) {
        hour = reading.hour
        let over = now.adding(minutes: parameters.clockLead)
        guard reading.isValid, let value = reading.judged, reading.hour.adding(hours: 1) <= over,
            let limit = limits.inForce(on: reading.hour.civil.date)?.limit
        else {
            verdict = .unjudged
            return
        }
        verdict =
            value > limit ? .exceeds(value: value, limit: limit) : .complies(value: value, limit: limit)
    }

    /// How far the hour is above its limit, exactly; nil unless it exceeds.
    var excess: Decimal? {
        guard case .exceeds(let value, let limit) = verdict else { return nil }
        return (value.value - limit.value) / limit.value
    }
}
