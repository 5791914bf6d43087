import Foundation

/// One line of a benchmark's output. What does not apply stays nil and out of the line.
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

    /// The JSON object, in the keys of the contract.
    var jsonLine: String {
        let figures = [
            ("frames_per_s", framesPerSecond?.rounded()), ("points_per_s", pointsPerSecond?.rounded()),
            ("mb_per_s", megabytesPerSecond),
        ]
        let members =
            [("bench", quoted(bench))]
            + figures.compactMap { key, value in value.map { (key, number($0)) } }
            + [
                ("yardstick", quoted(yardstick)), ("yardstick_per_s", number(yardstickPerSecond)),
                ("ratio", number(ratio)), ("runs", String(runs)),
                ("machine", quoted("\(ProcessInfo.processInfo.activeProcessorCount) cores")),
            ]
        return "{" + members.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
    }

    private func quoted(_ text: String) -> String { "\"\(text)\"" }

    /// Two decimals, whole numbers without.
    private func number(_ value: Double) -> String {
        let rounded = (value * 100).rounded() / 100
        return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
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
