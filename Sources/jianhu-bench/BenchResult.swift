import Foundation

/// One line of a benchmark's output.
struct BenchResult {
    let bench: String
    let framesPerSecond: Double
    let pointsPerSecond: Double
    let megabytesPerSecond: Double
    let yardstick: String
    let yardstickPerSecond: Double
    let ratio: Double
    let runs: Int

    /// The JSON object, in the keys of the contract.
    var jsonLine: String {
        let system = ProcessInfo.processInfo
        return """
            {"bench":"\(bench)","frames_per_s":\(Int(framesPerSecond)),"points_per_s":\(Int(pointsPerSecond)),\
            "mb_per_s":\(rounded(megabytesPerSecond)),"yardstick":"\(yardstick)",\
            "yardstick_per_s":\(rounded(yardstickPerSecond)),"ratio":\(rounded(ratio)),"runs":\(runs),\
            "machine":"\(system.activeProcessorCount) cores"}
            """
    }

    private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}

extension Duration {
    /// The whole duration in seconds.
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

extension [Double] {
    /// The middle of the sorted values; the upper one of two.
    var median: Double { sorted()[count / 2] }
}
