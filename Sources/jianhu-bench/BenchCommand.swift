import ArgumentParser
import Foundation
import HJ212

/// `jianhu-bench NAME`: one JSON line a result, each beside a yardstick of the same run.
@main
struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jianhu-bench", abstract: "Measure a hot path beside a yardstick.")

    /// The benchmarks there are.
    enum Name: String, ExpressibleByArgument, CaseIterable {
        /// Frame, CRC and all fields of real-time, minute and hour frames, on one core.
        case hj212Decode = "hj212-decode"
    }

    @Argument(help: "Which: \(Name.allCases.map(\.rawValue).joined(separator: ", ")).")
    var name: Name

    @Option(help: "How many runs; the median counts.")
    var runs: Int = 5

    func validate() throws {
        guard (1...1_000).contains(runs) else { throw ValidationError("--runs must be 1 to 1000.") }
    }

    func run() throws {
        switch name {
        case .hj212Decode: for result in try DecodeBench(runs: runs).results() { print(result.jsonLine) }
        }
    }
}
