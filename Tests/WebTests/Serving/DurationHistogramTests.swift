import Testing

@testable import Web

struct DurationHistogramTests {
    @Test func `buckets add up, and the sum is exact to the microsecond`() {
        var histogram = DurationHistogram()
        for took in [Duration.milliseconds(5), .microseconds(5_001), .milliseconds(2_500), .seconds(60)] {
            histogram.add(took)
        }
        let lines = DurationHistogram.lines("x", help: "X.", ["/": histogram])
        #expect(lines.prefix(2) == ["# HELP x X.", "# TYPE x histogram"])
        #expect(lines.contains(#"x_bucket{route="/",le="0.005000"} 1"#))
        #expect(lines.contains(#"x_bucket{route="/",le="0.010000"} 2"#))
        #expect(lines.contains(#"x_bucket{route="/",le="2.500000"} 3"#))
        #expect(
            lines.suffix(3) == [
                #"x_bucket{route="/",le="+Inf"} 4"#, #"x_sum{route="/"} 62.510001"#, #"x_count{route="/"} 4"#,
            ])
    }
}
