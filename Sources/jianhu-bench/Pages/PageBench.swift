import App
import Foundation
import Kernel
import Persistence
import Simulator

/// Bar 12: the ten most used pages at 200 requests a second beside the ingest load of bar 2, each timed from the moment
/// it was due; beside it a static file at the same pace, in the same minute.
struct PageBench {
    let connections: Int
    let seconds: Double
    let perSecond: Double

    /// Exceedances sent before, so that desk, lists and cases have something to show.
    private static let alarms = 60
    private static let warmUpS = 4.0

    func run() async throws {
        let stacks = (0...).lazy.filter { BenchSources.city.outlet($0).medium == .stack }.prefix(Self.alarms)
        let alarmed = Array(stacks)
        try await BenchStage.with(outlets: connections, limit: DecimalNumber(35)) { stage in
            let officer = try await stage.admitOfficer()
            try await stage.platform.mark(.real)
            try await stage.serving { doors in
                try await measure(doors, officer, alarmed)
            }
        }
    }

    private func measure(_ doors: Doors, _ officer: (login: String, password: String), _ alarmed: [Int]) async throws {
        let now = SystemClock().now()
        let watch = try ChildProcess(
            .watch(
                WatchOrder(
                    web: doors.web, gateway: doors.gateway, login: officer.login, password: officer.password,
                    outlets: alarmed, hourMS: now.startOfHour.adding(hours: -3).milliseconds)))
        let seen = try await watch.message(WatchOrder.Result.self)
        await watch.end()
        guard seen.times.count > alarmed.count / 2, let first = alarmed.first else {
            throw BenchFault("the exceedances before the measurement were not seen on the desk; see alarm-latency")
        }
        let load = try ChildProcess(
            .load(
                LoadOrder(
                    port: doors.gateway, outlets: connections, connections: connections, window: 8,
                    fromMS: now.adding(hours: -24 * 20).startOfHour.milliseconds, untilMS: now.milliseconds,
                    warmUpS: Self.warmUpS, secondsMax: 600, speed: IngestBench.barSpeed(connections), isEven: true)))
        guard case .warm = try await load.message(LoadOrder.Message.self) else {
            throw BenchFault("the load did not begin; look at the lines above")
        }
        let place = OutletPlace(of: first, medium: .stack)
        let visits = try ChildProcess(
            .visit(
                VisitOrder(
                    port: doors.web, login: officer.login, password: officer.password, perSecond: perSecond,
                    seconds: seconds, connections: 16, staticFile: "/assets/jianhu.css",
                    paths: try Self.paths(of: place, doors, officer))))
        let result = try await visits.message(VisitOrder.Result.self)
        await visits.end()
        load.kill()
        report(result)
    }

    /// The ten pages that an officer opens most: desk, lists, and one of each that the lists lead to.
    private static func paths(
        of place: OutletPlace, _ doors: Doors, _ officer: (login: String, password: String)
    ) throws -> [String] {
        let visitor = try PlainVisitor(port: doors.web, timeoutS: 30)
        _ = try visitor.signIn(login: officer.login, password: officer.password)
        let list = String(decoding: try visitor.get("/cases").body, as: UTF8.self)
        guard let subject = list.firstMatch(of: /href="(\/cases\/(?!statistics)[^"?\/]+)"/).map({ String($0.1) }) else {
            throw BenchFault("the list of cases is empty; look at the lines above")
        }
        return [
            "/desk", "/todo", "/cases", subject, "/enterprises", "/enterprises/\(place.enterprise)", "/outlets",
            "/outlets/\(place.outlet)", "/states", "/devices",
        ]
    }

    private func report(_ result: VisitOrder.Result) {
        for times in result.pages + [result.all] {
            var line = BenchLine(times.path == "all" ? "page" : "page/one")
            line.add("path", times.path)
            line.add("requests_per_s", times.path == "all" ? perSecond : perSecond / Double(result.pages.count))
            line.add("count", times.count)
            line.add("failed", times.failed)
            line.add("bytes", times.bytes)
            line.add("p50_ms", times.p50MS)
            line.add("p99_ms", times.p99MS)
            line.add("max_ms", times.maxMS)
            line.add("yardstick", "a static file at the same pace")
            line.add("yardstick_p99_ms", result.staticFile.p99MS)
            line.add("ratio", times.p99MS / max(result.staticFile.p99MS, 0.01))
            line.add("connections", connections)
            line.add("runs", 1)
            line.print()
        }
    }
}
