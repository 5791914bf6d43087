import Kernel

/// Neighbouring hours of one factor, as far as they were over; equal neighbours are kept as one run.
struct StateCurve: Codable, Hashable, Sendable {
    /// The factor.
    let pollutant: PollutantCode
    /// The first hour.
    let start: Instant
    /// What came, in order.
    let runs: [Run]
    /// Whether the factor was taken out of service behind the last hour, so that nothing is expected of it any more;
    /// nil for no.
    var isTakenOut: Bool?

    /// Neighbouring hours that are the same.
    struct Run: Codable, Hashable, Sendable {
        /// How many.
        let hours: Int
        /// What came in each; nil for nothing.
        let sent: SentHour?
    }

    init(_ pollutant: PollutantCode, start: Instant, hours: [SentHour?]) {
        self.pollutant = pollutant
        self.start = start
        var runs: [Run] = []
        for sent in hours {
            if let last = runs.last, last.sent == sent {
                runs[runs.count - 1] = Run(hours: last.hours + 1, sent: sent)
            } else {
                runs.append(Run(hours: 1, sent: sent))
            }
        }
        self.runs = runs
    }

    /// The same up to the moment when the factor was taken out of service.
    func takenOut(at end: Instant) -> StateCurve {
        var curve = StateCurve(
            pollutant, start: start,
            hours: Array(hours.prefix(max(0, Int(end.milliseconds(since: start) / 3_600_000)))))
        curve.isTakenOut = true
        return curve
    }

    /// Hour by hour.
    var hours: [SentHour?] { runs.flatMap { Array(repeating: $0.sent, count: max(0, $0.hours)) } }

    /// The start of the hour at a place.
    func hour(_ place: Int) -> Instant { start.adding(hours: Int64(place)) }

    /// The part of it within these hours, both ends included, as far as there is one.
    func within(_ range: ClosedRange<Instant>) -> StateCurve {
        let all = hours
        let first = max(0, Int(range.lowerBound.milliseconds(since: start) / 3_600_000))
        let end = min(all.count, Int(range.upperBound.milliseconds(since: start) / 3_600_000) + 1)
        guard first < end else { return StateCurve(pollutant, start: range.lowerBound, hours: []) }
        var part = StateCurve(pollutant, start: hour(first), hours: Array(all[first..<end]))
        // Only the part that reaches the end is followed by the taking out.
        if end == all.count { part.isTakenOut = isTakenOut }
        return part
    }
}
