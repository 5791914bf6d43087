import ArgumentParser
import Foundation
import HJ212

/// `jianhu-bench NAME`: one JSON line a result, each beside a yardstick of the same run.
@main
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jianhu-bench", abstract: "Measure a hot path beside a yardstick.")

    /// The benchmarks there are.
    enum Name: String, ExpressibleByArgument, CaseIterable {
        /// Frame, CRC and all fields of real-time, minute and hour frames, on one core.
        case hj212Decode = "hj212-decode"
        /// Frames over many connections, answered after their durable commit.
        case ingest
        /// One frame a transaction, one after the other.
        case commit
        /// A city catches up with a day.
        case replay
        /// From an exceedance on the wire to the open live desk, under load.
        case alarmLatency = "alarm-latency"
        /// The ten most used pages at a pace, under load.
        case page
        /// From starting on a year of values to the first page.
        case coldStart = "cold-start"
        /// `kill -9` under load, again and again.
        case kill
        /// What the others start for themselves: does what standard input orders.
        case child

        /// Those that people ask for.
        static var asked: String { allCases.filter { $0 != .child }.map(\.rawValue).joined(separator: ", ") }
    }

    @Argument(help: "Which: \(Name.asked).")
    var name: Name

    @Option(
        help: "How many runs; the median counts. 5 if left out, for ingest 3; replay, alarm-latency and page run once.")
    var runs: Int?

    @Option(help: "ingest, alarm-latency, page: connections.")
    var connections: Int = 1_000

    @Option(help: "ingest, page: seconds that count, of each run.")
    var seconds: Double = 10

    @Option(help: "replay: outlets; cold-start takes 120 of them at most.")
    var outlets: Int = 10_000

    @Option(help: "replay: hours.")
    var hours: Int = 24

    @Option(help: "alarm-latency: exceedances.")
    var alarms: Int = 200

    @Option(help: "page: requests a second.")
    var pagesPerSecond: Int = 200

    @Option(help: "kill: rounds; commit: transactions.")
    var rounds: Int = 200

    func validate() throws {
        func demand(_ holds: Bool, _ sentence: String) throws {
            guard holds else { throw ValidationError(sentence) }
        }
        try demand((1...1_000).contains(runs ?? 1), "--runs must be 1 to 1000.")
        try demand((1...10_000).contains(connections), "--connections must be 1 to 10000.")
        try demand((1...600).contains(seconds), "--seconds must be 1 to 600.")
        try demand((1...100_000).contains(outlets), "--outlets must be 1 to 100000.")
        try demand((1...720).contains(hours), "--hours must be 1 to 720.")
        try demand((1...10_000).contains(alarms), "--alarms must be 1 to 10000.")
        try demand((1...10_000).contains(pagesPerSecond), "--pages-per-second must be 1 to 10000.")
        try demand((1...10_000).contains(rounds), "--rounds must be 1 to 10000.")
    }

    func run() async throws {
        switch name {
        case .hj212Decode:
            for result in try DecodeBench(runs: runs ?? 5).results() { result.line.print() }
        case .ingest: try await IngestBench(runs: runs ?? 3, connections: connections, seconds: seconds).run()
        case .commit: try await CommitBench(commits: rounds).run()
        case .replay:
            try await ReplayBench(outlets: outlets, hours: hours, connections: connections, secondsMax: 780).run()
        case .alarmLatency: try await AlarmBench(alarms: alarms, connections: connections).run()
        case .page:
            try await PageBench(connections: connections, seconds: seconds, perSecond: Double(pagesPerSecond)).run()
        case .coldStart: try await ColdStartBench(runs: runs ?? 5, outlets: min(outlets, 120), days: 365).run()
        case .kill: try await KillBench(rounds: rounds).run()
        case .child: try await ChildOrder.carryOutFromStandardInput()
        }
    }
}
