import App
import Gateway
import Kernel
import Simulator

/// Bar 2: minute frames of 24 numbers over a thousand connections into a real gateway, each answered after its durable
/// commit, sent by a process of its own; beside it, raw insertion of the same rows and a raw echo of the same sizes.
struct IngestBench {
    let runs: Int
    let connections: Int
    let seconds: Double

    /// Seconds until caches are warm and every line is open.
    private static let warmUpS = 3.0

    /// What one run of the load found.
    struct Run {
        let result: LoadOrder.Result
        let framesPerS: Double
        let serverCPU: Double
        let clientCPU: Double
        let residentMB: (begin: Double, end: Double)
        let framesPerCommit: Double
    }

    /// Simulated seconds a second at which so many loggers send the bar's 200,000 points a second, at which its answer
    /// times are meant: every logger sends one frame of 24 numbers in a simulated minute.
    static func barSpeed(_ connections: Int) -> Double { 200_000 / 24 / Double(connections) * 60 }

    /// How the loggers send.
    struct Manner {
        let window: Int
        let speed: Double?
        var isEven = false

        var pace: String {
            guard speed != nil else { return "as fast as answered" }
            return "200,000 points a second, " + (isEven ? "evenly" : "in the bursts of a minute's end")
        }
    }

    func run() async throws {
        let barSpeed = Self.barSpeed(connections)
        let manners = [
            Manner(window: 8, speed: barSpeed, isEven: true), Manner(window: 8, speed: barSpeed),
            Manner(window: 1, speed: nil), Manner(window: 8, speed: nil),
        ]
        for manner in manners {
            var found: [Run] = []
            var rows: [Double] = []
            var synchronous = 0
            for _ in 0..<runs {
                try await BenchStage.with(outlets: connections) { stage in
                    let run = try await measure(stage, manner)
                    synchronous = try stage.synchronousSetting()
                    try stage.close()
                    rows.append(
                        try RowCopyYardstick(file: stage.file).rowsPerSecond(batch: Int(run.framesPerCommit)))
                    found.append(run)
                }
            }
            report(manner, found, rows, synchronous)
        }
        try await echo()
    }

    func measure(_ stage: BenchStage, _ manner: Manner) async throws -> Run {
        let now = SystemClock().now()
        return try await stage.withGateway { gateway in
            let order = LoadOrder(
                port: try await gateway.boundPort(), outlets: connections, connections: connections,
                window: manner.window, fromMS: now.adding(hours: -24 * 20).startOfHour.milliseconds,
                untilMS: now.milliseconds, warmUpS: Self.warmUpS, secondsMax: seconds, speed: manner.speed,
                isEven: manner.isEven)
            let child = try ChildProcess(.load(order))
            guard case .warm(let warm) = try await child.message(LoadOrder.Message.self) else {
                throw BenchFault("the load did not begin; look at the lines above")
            }
            let (before, figures, start) = (gateway.metrics.counts, ProcessFigures.now, ContinuousClock.now)
            let result = try await LoadOrder.result(of: child)
            let (after, end) = (gateway.metrics.counts, ProcessFigures.now)
            let took = (ContinuousClock.now - start).seconds
            let stored = Double(after.framesStored - before.framesStored)
            return Run(
                result: result, framesPerS: stored / took, serverCPU: (end.cpuS - figures.cpuS) / took,
                clientCPU: (result.figures.cpuS - warm.cpuS) / took,
                residentMB: (figures.residentMB, end.residentMB),
                framesPerCommit: stored / Double(max(1, after.commits - before.commits)))
        }
    }

    private func report(
        _ manner: Manner, _ runs: [Run], _ rows: [Double], _ synchronous: Int
    ) {
        let frames = runs.map(\.framesPerS).median
        var line = BenchLine("ingest")
        line.add("connections", connections)
        line.add("window", manner.window)
        line.add("pace", manner.pace)
        line.add("frames_per_s", frames)
        line.add("points_per_s", frames * 24)
        line.add("mb_per_s", runs.map { Double($0.result.bytes) / $0.result.seconds / 1e6 }.median)
        line.add("yardstick", "raw-insert-of-the-same-rows")
        line.add("yardstick_per_s", rows.median * 24)
        line.add("ratio", frames / rows.median)
        line.add("p50_ms", runs.map(\.result.p50MS).median)
        line.add("p99_ms", runs.map(\.result.p99MS).median)
        line.add("frames_per_commit", runs.map(\.framesPerCommit).median)
        line.add("rss_mb_begin", runs.map(\.residentMB.begin).median)
        line.add("rss_mb_end", runs.map(\.residentMB.end).median)
        line.add("server_cores", runs.map(\.serverCPU).median)
        line.add("client_cores", runs.map(\.clientCPU).median)
        line.add("synchronous", synchronous)
        line.add("seconds", seconds)
        line.add("runs", runs.count)
        line.print()
    }

    /// The same connections and sizes without protocol, storage and judging.
    private func echo() async throws {
        let outlet = BenchSources.city.outlet(0)
        let report = outlet.report(.minute, startingBy: Instant(milliseconds: 1_795_392_000_000))
        let yardstick = EchoYardstick(
            connections: connections, frameBytes: outlet.frame(of: report).count, answerBytes: 110,
            seconds: min(seconds, 5))
        for window in [1, 8] {
            let found = try await yardstick.run(window: window)
            var line = BenchLine("ingest/raw-echo")
            line.add("connections", connections)
            line.add("window", window)
            line.add("frames_per_s", found.messagesPerS)
            line.add("points_per_s", found.messagesPerS * 24)
            line.add("p99_ms", found.p99MS)
            line.add("runs", 1)
            line.print()
        }
    }
}
