import App
import Gateway
import HJ212
import Kernel
import Simulator

/// One frame a transaction, one after the other: what a durable commit costs when nobody shares it. Also what
/// `scripts/count-syncs.sh` watches.
struct CommitBench {
    let commits: Int

    func run() async throws {
        try await BenchStage.with(outlets: 1) { stage in
            var times: [Double] = []
            let outlet = BenchSources.city.outlet(0)
            let now = SystemClock().now()
            var report = outlet.report(.minute, startingBy: now.adding(minutes: -Int64(commits) - 2))
            let start = ContinuousClock.now
            for _ in 0..<commits {
                guard let frame = Frame(outlet.frame(of: report)) else {
                    throw BenchFault("the simulator wrote a frame that the kit does not read")
                }
                let arrival = Arrival(event: .accepted(frame), receivedAt: now, remote: "benchmark")
                let before = ContinuousClock.now
                guard try await stage.platform.intake.store([arrival]) == [.stored] else {
                    throw BenchFault("the installation did not store a frame of its own outlet")
                }
                times.append((ContinuousClock.now - before).seconds * 1_000)
                report = outlet.report(after: report)
            }
            let took = (ContinuousClock.now - start).seconds
            let synchronous = try stage.synchronousSetting()
            try stage.close()
            let raw = try RowCopyYardstick(file: stage.file).rowsPerSecond(batch: 1)
            var line = BenchLine("commit")
            line.add("commits", commits)
            line.add("frames_per_s", Double(commits) / took)
            line.add("points_per_s", Double(commits) * 24 / took)
            line.add("yardstick", "raw-insert-one-row-a-transaction")
            line.add("yardstick_per_s", raw)
            line.add("ratio", Double(commits) / took / raw)
            line.add("p99_ms", times.sorted()[times.count * 99 / 100])
            line.add("synchronous", synchronous)
            line.add("runs", 1)
            line.print()
        }
    }
}
