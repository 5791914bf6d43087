import App
import Foundation
import Kernel
import Persistence
import Simulator

/// Bar 6: the whole program under the ingest load, at the pace of bar 2 and then as fast as it answers; from sending an
/// hour above its limit until the open live desk has its event.
struct AlarmBench {
    let alarms: Int
    let connections: Int

    /// Seconds of load before the first exceedance.
    private static let warmUpS = 4.0

    func run() async throws {
        let paced = IngestBench.Manner(window: 8, speed: IngestBench.barSpeed(connections), isEven: true)
        for manner in [paced, IngestBench.Manner(window: 1, speed: nil)] {
            try await run(beside: manner)
        }
    }

    private func run(beside manner: IngestBench.Manner) async throws {
        let stacks = (connections...).lazy.filter { BenchSources.city.outlet($0).medium == .stack }.prefix(alarms)
        let outlets = Array(stacks)
        let last = outlets.last ?? connections
        try await BenchStage.with(outlets: last + 1, limit: DecimalNumber(35)) { stage in
            let officer = try await stage.admitOfficer()
            try await stage.platform.mark(.real)
            try await stage.serving { doors in
                try await measure(doors, officer, outlets, manner)
            }
        }
    }

    private func measure(
        _ doors: Doors, _ officer: (login: String, password: String), _ outlets: [Int], _ manner: IngestBench.Manner
    ) async throws {
        let now = SystemClock().now()
        let load = try ChildProcess(
            .load(
                LoadOrder(
                    port: doors.gateway, outlets: connections, connections: connections, window: manner.window,
                    fromMS: now.adding(hours: -24 * 20).startOfHour.milliseconds, untilMS: now.milliseconds,
                    warmUpS: Self.warmUpS, secondsMax: 600, speed: manner.speed, isEven: manner.isEven)))
        guard case .warm = try await load.message(LoadOrder.Message.self) else {
            throw BenchFault("the load did not begin; look at the lines above")
        }
        let watch = try ChildProcess(
            .watch(
                WatchOrder(
                    web: doors.web, gateway: doors.gateway, login: officer.login, password: officer.password,
                    outlets: outlets, hourMS: now.startOfHour.adding(hours: -3).milliseconds)))
        let start = ContinuousClock.now
        let result = try await watch.message(WatchOrder.Result.self)
        let took = (ContinuousClock.now - start).seconds
        await watch.end()
        load.kill()
        let times = result.times.sorted()
        func quantile(_ share: Double) -> Double? {
            times.isEmpty ? nil : times[min(times.count - 1, Int(Double(times.count) * share))]
        }
        var line = BenchLine("alarm-latency")
        line.add("connections", connections)
        line.add("pace", manner.pace)
        line.add("alarms", outlets.count)
        line.add("missed", result.missed)
        line.add("p50_ms", quantile(0.5))
        line.add("p99_ms", quantile(0.99))
        line.add("max_ms", times.last)
        line.add("frames_per_s", try await Self.frames(of: load) / took)
        line.add("runs", 1)
        line.print()
    }

    /// Frames that the load had answered while exceedances were watched, from the lines it has written.
    private static func frames(of load: ChildProcess) async throws -> Double {
        var frames = 0
        while let line = try await load.line() {
            let message = try? JSONDecoder().decode(LoadOrder.Message.self, from: Data(line.utf8))
            if case .going(let count) = message { frames = count }
        }
        return Double(frames)
    }
}
