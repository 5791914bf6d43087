import Facts
import Kernel
import Persistence
import Standards

/// Counts the minutes of hours that may decide. Read from the stored frames, so that order and repetition of arrival do
/// not matter; what was counted is kept, because an episode of weeks would be read anew each hour.
///
/// Minutes that were received behind the enterprise's term for marks are kept and shown, and say nothing of the hour
/// any more: else a device could take out what is decided (decision 176).
struct MinuteCounting: Sendable {
    let factors: DeviceFactors
    let figures: ValidityFigures
    /// Until when an hour may be marked, and so until when its minutes count.
    let term: MarkTerm

    /// What came of an hour, by factor.
    typealias Counted = [PollutantCode: MinuteCapture]

    /// Counts an hour of an outlet from its frames that came in time.
    func count(_ hour: Instant, of outlet: OutletID, in access: any ReadAccess) throws -> Counted {
        try count(hour, of: outlet, receivedBy: term.deadline(of: hour), in: access)
    }

    /// Counts an hour from its frames that were received by a moment; nil for all of them.
    func count(
        _ hour: Instant, of outlet: OutletID, receivedBy moment: Instant?, in access: any ReadAccess
    ) throws -> Counted {
        try SentMinutes(
            of: outlet, hours: hour..<hour.adding(hours: 1), only: nil, receivedBy: moment, factors: factors,
            in: access
        ).values.compactMapValues { MinuteCapture(hour, of: $0) }
    }

    /// Counts hours that were not counted yet, and keeps what came of them.
    func keep(_ hours: [Instant], of outlet: OutletID, in access: any WriteAccess) throws {
        guard let first = hours.min(), let last = hours.max() else { return }
        let known = try MinuteCaptureStore.hours(of: outlet, first...last, in: access)
        for hour in hours where known[hour] == nil {
            try MinuteCaptureStore.save(try count(hour, of: outlet, in: access), hour, of: outlet, in: access)
        }
    }

    /// What is known of hours of a factor: as it was kept, else counted now.
    func captures(
        _ pollutant: PollutantCode, of outlet: OutletID, _ hours: [Instant], in access: any ReadAccess
    ) throws -> [MinuteCapture] {
        guard let first = hours.min(), let last = hours.max() else { return [] }
        let known = try MinuteCaptureStore.hours(of: outlet, first...last, in: access)
        return try hours.compactMap { hour in
            try (known[hour] ?? count(hour, of: outlet, in: access))[pollutant]
        }
    }

    /// Counts an hour again of which minutes came late, when it was counted; tells the factors for which it matters.
    func recount(_ hour: Instant, of outlet: OutletID, in access: any WriteAccess) throws -> [PollutantCode] {
        guard let known = try MinuteCaptureStore.hours(of: outlet, hour...hour, in: access)[hour] else { return [] }
        let fresh = try count(hour, of: outlet, in: access)
        guard fresh != known else { return [] }
        try MinuteCaptureStore.save(fresh, hour, of: outlet, in: access)
        func isEnough(_ counted: Counted, _ factor: PollutantCode) -> Bool {
            counted[factor].map { $0.ruling(figures).outcome == .valid } ?? true
        }
        return Set(known.keys).union(fresh.keys).filter { isEnough(known, $0) != isEnough(fresh, $0) }.sorted()
    }
}
