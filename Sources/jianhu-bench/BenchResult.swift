/// What a benchmark that decodes found. What does not apply stays nil and out of the line.
struct BenchResult {
    let bench: String
    var framesPerSecond: Double?
    var pointsPerSecond: Double?
    var megabytesPerSecond: Double?
    /// What was measured beside it in the same run, in the unit of `yardstickPerSecond`: megabytes unless its name says
    /// otherwise.
    let yardstick: String
    let yardstickPerSecond: Double
    /// How many times the yardstick's speed.
    let ratio: Double
    let runs: Int

    /// The line, in the keys of the contract.
    var line: BenchLine {
        var line = BenchLine(bench)
        line.add("frames_per_s", framesPerSecond)
        line.add("points_per_s", pointsPerSecond)
        line.add("mb_per_s", megabytesPerSecond)
        line.add("yardstick", yardstick)
        line.add("yardstick_per_s", yardstickPerSecond)
        line.add("ratio", ratio)
        line.add("runs", runs)
        return line
    }
}

extension Duration {
    /// The whole duration in seconds.
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

extension [Double] {
    /// The middle of the sorted values; the upper one of two.
    var median: Double { sorted()[count / 2] }
}
