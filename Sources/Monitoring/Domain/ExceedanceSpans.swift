import Facts
import FoundationEssentials
import Kernel
import Standards

/// Finds the exceedance episodes in hours of one factor at one outlet: a pure function over values, marks, limits
/// and now, in event time, so that the order of arrival cannot matter (`docs/method/exceedance-episodes.md`).
///
/// Neighbouring exceeding hours belong together; up to `gapHoursMax` hours without a valid value between them do not
/// part them, a single valid hour at or below the limit does.
enum ExceedanceSpans {
    static func find(
        in readings: [HourReading], limits: [DatedLimit], parameters: JudgingParameters, now: Instant,
        period: MeanPeriod = .hour
    ) -> [ExceedanceExtent] {
        let hours =
            readings
            .map { JudgedHour($0, limits: limits, parameters: parameters, now: now, period: period) }
            .sorted { $0.hour < $1.hour }
        var spans: [ExceedanceExtent] = []
        var run: [JudgedHour] = []
        for hour in hours {
            switch hour.verdict {
            case .unjudged:
                continue
            case .complies:
                if let span = extent(of: run, ended: true, period, parameters) { spans.append(span) }
                run = []
            case .exceeds:
                if let last = run.last,
                    hour.hour > last.hour.adding(hours: (parameters.gap(of: period) + 1) * period.hours)
                {
                    if let span = extent(of: run, ended: true, period, parameters) { spans.append(span) }
                    run = []
                }
                run.append(hour)
            }
        }
        let ended = run.last.map { isOver(after: $0.hour, parameters: parameters, now: now, period: period) } ?? false
        if let span = extent(of: run, ended: ended, period, parameters) { spans.append(span) }
        return spans
    }

    /// Whether silence alone has ended an episode: one hour (or day) more than the allowed gap has gone by behind its
    /// last one.
    static func isOver(
        after lastHour: Instant, parameters: JudgingParameters, now: Instant, period: MeanPeriod = .hour
    ) -> Bool {
        now >= lastHour.adding(hours: (parameters.gap(of: period) + 2) * period.hours)
    }

    private static func extent(
        of run: [JudgedHour], ended: Bool, _ period: MeanPeriod, _ parameters: JudgingParameters
    ) -> ExceedanceExtent? {
        guard let first = run.first, let last = run.last else { return nil }
        var peak: (hour: JudgedHour, value: DecimalNumber, limit: DecimalNumber, excess: Decimal)?
        for hour in run {
            guard case .exceeds(let value, let limit) = hour.verdict, let excess = hour.excess else { continue }
            // The earliest of equal peaks stands, so that a later equal hour changes nothing.
            if peak.map({ excess > $0.excess }) ?? true { peak = (hour, value, limit, excess) }
        }
        guard let peak else { return nil }
        // What knows no "times over" is written 0 and warns lowest.
        let counts = peak.hour.countsMultiple
        return ExceedanceExtent(
            firstHour: first.hour, lastHour: last.hour, hours: run.count, peak: peak.value, limit: peak.limit,
            multiple: (counts ? ExceedMultiple.of(peak.value, over: peak.limit) : nil) ?? DecimalNumber(0),
            level: counts ? level(of: peak.excess, parameters) : .blue, ended: ended,
            unit: peak.hour.limit?.unit, averaging: period == .hour ? nil : period)
    }

    /// The level follows the exact excess, not the rounded multiple that is shown.
    private static func level(of excess: Decimal, _ parameters: JudgingParameters) -> WarningLevel {
        if excess > parameters.redAbove.value { return .red }
        if excess >= parameters.orangeFrom.value { return .orange }
        if excess >= parameters.yellowFrom.value { return .yellow }
        return .blue
    }
}
