import App
import Foundation
import Gateway
import Kernel

/// Bar 3: a city was offline for a day and catches up, minute by minute: how long that takes and what it weighs.
struct ReplayBench {
    let outlets: Int
    let hours: Int
    /// Lines; several loggers share one, as behind the data server of a park.
    let connections: Int
    /// After so many seconds the measurement ends, complete or not.
    let secondsMax: Double

    func run() async throws {
        let limit = try await ingestFrames()
        try await BenchStage.with(outlets: outlets) { stage in
            var walBytesMax = 0
            let before = ProcessFigures.now
            let result = try await load(stage) { walBytesMax = max(walBytesMax, stage.fileBytes("-wal")) }
            let after = ProcessFigures.now
            let synchronous = try stage.synchronousSetting()
            try stage.close()
            let frames = Double(result.frames) / result.seconds
            var line = BenchLine("replay")
            line.add("outlets", outlets)
            line.add("hours", hours)
            line.add("frames", result.frames)
            line.add("complete", result.isComplete && result.frames == outlets * hours * 60)
            line.add("minutes", result.seconds / 60)
            line.add("frames_per_s", frames)
            line.add("points_per_s", Double(result.points) / result.seconds)
            line.add("mb_per_s", Double(result.bytes) / result.seconds / 1e6)
            line.add("yardstick", "ingest with a window of 8")
            line.add("yardstick_per_s", limit)
            line.add("ratio", frames / limit)
            line.add("p99_ms", result.p99MS)
            line.add("bytes_per_point", Double(stage.fileBytes()) / Double(max(1, result.points)))
            line.add("file_mb", Double(stage.fileBytes()) / 1e6)
            line.add("wal_mb_max", Double(walBytesMax) / 1e6)
            line.add("rss_mb_begin", before.residentMB)
            line.add("rss_mb_end", after.residentMB)
            line.add("server_cores", (after.cpuS - before.cpuS) / result.seconds)
            line.add("client_cores", result.figures.cpuS / result.seconds)
            line.add("synchronous", synchronous)
            line.add("runs", 1)
            line.print()
        }
    }

    /// What the same machine takes in the same minute from lines that send a window of eight.
    private func ingestFrames() async throws -> Double {
        let ingest = IngestBench(runs: 1, connections: min(outlets, connections), seconds: 8)
        return try await BenchStage.with(outlets: min(outlets, connections)) { stage in
            try await ingest.measure(stage, IngestBench.Manner(window: 8, speed: nil)).framesPerS
        }
    }

    private func load(_ stage: BenchStage, watching watch: () -> Void) async throws -> LoadOrder.Result {
        let until = SystemClock().now().startOfHour
        return try await stage.withGateway { gateway in
            let child = try ChildProcess(
                .load(
                    LoadOrder(
                        port: try await gateway.boundPort(), outlets: outlets, connections: min(outlets, connections),
                        window: 8, fromMS: until.adding(hours: -Int64(hours)).milliseconds,
                        untilMS: until.milliseconds, warmUpS: 0, secondsMax: secondsMax)))
            return try await LoadOrder.result(of: child) { frames in
                watch()
                if frames > 0 { BenchProgress.say("replay: \(frames) of \(outlets * hours * 60) frames answered") }
            }
        }
    }
}
