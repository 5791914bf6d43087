@testable import Simulator
import TestMaterial
import Testing

struct LatencyHistogramTests {
    @Test func `a quantile is at most a sixteenth above the true one and never below`() throws {
        let seed = UInt64.random(in: 1...UInt64(Int64.max))
        print("seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        var histogram = LatencyHistogram()
        let times = (0..<5_000).map { _ in
            Int64.random(in: 0...(1 << Int64.random(in: 0...35, using: &generator)), using: &generator)
        }.sorted()
        for time in times { histogram.record(microseconds: time) }
        for share in [0.001, 0.5, 0.9, 0.99, 1] {
            let truth = Double(times[Int((Double(times.count) * share).rounded(.up)) - 1]) / 1_000
            let found = try #require(histogram.quantileMS(share))
            #expect(found >= truth && found <= truth * 17 / 16 + 0.001)
        }
    }

    @Test func `no times, no quantile; two books add up`() {
        var first = LatencyHistogram()
        #expect(first.quantileMS(0.5) == nil)
        var second = LatencyHistogram()
        first.record(microseconds: 2_000)
        second.record(microseconds: 9_000_000)
        first.add(second)
        #expect(first.count == 2)
        #expect((first.quantileMS(1) ?? 0) >= 9_000)
    }
}
