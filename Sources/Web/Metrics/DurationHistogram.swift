/// How many answers took how long, in the form that Prometheus adds up over programs and computes quantiles from.
struct DurationHistogram: Sendable {
    /// The upper ends of the buckets in milliseconds; what takes longer counts in the last one, which has no end. The
    /// bar for pages is 50 ms; 2.5 s is what a person notices as broken.
    static let bounds_ms: [Int64] = [5, 10, 25, 50, 100, 250, 500, 1_000, 2_500]

    /// How many fell into each bucket; the last one has no upper end.
    private var counts = [Int](repeating: 0, count: bounds_ms.count + 1)
    private var sum_us: Int64 = 0

    /// Counts an answer.
    mutating func add(_ took: Duration) {
        let took_us = took.components.seconds * 1_000_000 + took.components.attoseconds / 1_000_000_000_000
        sum_us += took_us
        counts[Self.bounds_ms.firstIndex { took_us <= $0 * 1_000 } ?? Self.bounds_ms.count] += 1
    }

    /// These histograms as the lines of one metric, by route.
    static func lines(_ name: String, help: String, _ histograms: [String: DurationHistogram]) -> [String] {
        var lines = ["# HELP \(name) \(help)", "# TYPE \(name) histogram"]
        let ends = bounds_ms.map { seconds($0 * 1_000) } + ["+Inf"]
        for (route, histogram) in histograms.sorted(by: { $0.key < $1.key }) {
            var below = 0
            for (end, count) in zip(ends, histogram.counts) {
                below += count
                lines.append(#"\#(name)_bucket{route="\#(route)",le="\#(end)"} \#(below)"#)
            }
            lines.append(#"\#(name)_sum{route="\#(route)"} \#(seconds(histogram.sum_us))"#)
            lines.append(#"\#(name)_count{route="\#(route)"} \#(below)"#)
        }
        return lines
    }

    /// Microseconds as seconds with six decimals.
    private static func seconds(_ count_us: Int64) -> String {
        let rest = "\(count_us % 1_000_000)"
        return "\(count_us / 1_000_000)." + String(repeating: "0", count: 6 - rest.count) + rest
    }
}
