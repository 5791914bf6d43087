import HJ212
import Kernel

/// Finds the periods that a logger should have sent and that are not stored.
enum HistoryGaps {
    /// Neighbouring missing periods, as one history request asks for them: starts of the first and of the last one.
    typealias Span = ClosedRange<Instant>

    /// The missing periods from `from` up to and without `to`, newest first, in spans of at most `periodsMax`.
    ///
    /// Spans end at multiples of `periodsMax` periods of civil time, wherever the present stands: a gap that grows at
    /// its end keeps its beginning, by which it is known again.
    ///
    /// Periods lie on the grid of `stepMinutes` from civil midnight; a stored data time counts for the period it lies
    /// in, because loggers also send the second after the boundary (pitfall 24). What lies before the first stored
    /// period is no gap: nobody knows that the logger measured then.
    ///
    /// - Precondition: `stepMinutes` divides an hour, or is an hour; `periodsMax` is at least 1.
    static func missing(
        stored: [Instant], from: Instant, to: Instant, stepMinutes: Int, periodsMax: Int
    ) -> [Span] {
        precondition(stepMinutes >= 1 && 60 % stepMinutes == 0, "periods divide the hour")
        precondition(periodsMax >= 1, "a span holds at least one period")
        let step = Int64(stepMinutes) * 60_000
        func floored(_ moment: Instant) -> Int64 { moment.milliseconds - moment.milliseconds.modulo(step) }
        let present = Set(stored.map(floored))
        guard let first = present.filter({ $0 >= from.milliseconds }).min() else { return [] }
        var spans: [Span] = []
        var open: (first: Int64, last: Int64)?
        func close() {
            if let found = open {
                spans.append(Instant(milliseconds: found.first)...Instant(milliseconds: found.last))
            }
            open = nil
        }
        for period in stride(from: floored(to.adding(milliseconds: -1)), through: first, by: -Int(step)) {
            guard !present.contains(period) else {
                close()
                continue
            }
            open = (first: period, last: open?.last ?? period)
            if (period + CivilTime.offsetMilliseconds).modulo(step * Int64(periodsMax)) == 0 { close() }
        }
        close()
        return spans
    }
}

extension Int64 {
    /// The remainder that is never negative.
    fileprivate func modulo(_ divisor: Int64) -> Int64 {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }
}
