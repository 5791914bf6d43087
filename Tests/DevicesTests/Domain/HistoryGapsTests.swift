import Kernel
import Testing

@testable import Devices

struct HistoryGapsTests {
    /// Midnight of 2026-11-23 in China.
    private static let midnight = Instant(startOf: CivilDate(dayNumber: 20_780))

    /// `x` is a stored hour, `-` a missing one; gaps as `first+length` in hours from midnight, newest first.
    @Test(arguments: [
        ("", ""), ("----", ""), ("xxxx", ""), ("x-xx", "1+1"), ("x--x-x", "4+1 1+2"), ("--xx--", "4+2"),
        ("xx----------", "6+6 2+4"), ("xx-----------", "12+1 6+6 2+4"), ("-x", ""), ("x-", "1+1"),
    ])
    func `missing hours become spans, the newest first, cut at whole quarters of the day`(
        pattern: String, expected: String
    ) {
        let stored = pattern.enumerated().filter { $0.element == "x" }.map { offset, _ in
            Self.midnight.adding(hours: Int64(offset)).adding(seconds: 1)
        }
        let spans = HistoryGaps.missing(
            stored: stored, from: Self.midnight, to: Self.midnight.adding(hours: Int64(pattern.count)),
            stepMinutes: 60, periodsMax: 6)
        let found = spans.map { span in
            let first = span.lowerBound.milliseconds(since: Self.midnight) / 3_600_000
            return "\(first)+\(span.upperBound.milliseconds(since: span.lowerBound) / 3_600_000 + 1)"
        }
        #expect(found.joined(separator: " ") == expected)
    }

    @Test func `a gap that grows at its end keeps its beginning`() {
        let starts = (3...40).map { length in
            HistoryGaps.missing(
                stored: [Self.midnight], from: Self.midnight, to: Self.midnight.adding(hours: Int64(length)),
                stepMinutes: 60, periodsMax: 24
            ).last?.lowerBound
        }
        #expect(Set(starts) == [Self.midnight.adding(hours: 1)])
    }

    @Test(arguments: [([0, 10, 20, 40], 10), ([0, 1, 5], 1), ([0, 30, 60], 30), ([0], 10), ([], 10), ([0, 45], 30)])
    func `the minute interval is the least distance that the standard allows`(minutes: [Int64], expected: Int) {
        let series = GapPolicy.series[1]
        #expect(series.stepMinutes(in: minutes.map { Self.midnight.adding(minutes: $0) }) == expected)
    }
}
