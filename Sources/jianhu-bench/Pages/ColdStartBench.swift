import App
import Foundation
import Gateway
import HJ212
import Kernel
import Persistence
import Simulator

/// Bar 13: from starting the program on a year of hourly values to its first page, and what it holds in memory then;
/// beside it the same on an installation without values. The file has just been written: the program is cold, the disk
/// is not.
struct ColdStartBench {
    let runs: Int
    let outlets: Int
    let days: Int

    private static let batch = 2_000

    func run() async throws {
        let full = try await measured(days: days)
        let empty = try await measured(days: 0)
        for (name, found) in [("cold-start", full), ("cold-start/empty", empty)] {
            var line = BenchLine(name)
            line.add("outlets", outlets)
            line.add("frames", found.frames)
            line.add("file_mb", found.fileMB)
            line.add("first_page_ms", found.starts.map(\.firstPageMS).median)
            line.add("desk_ms", found.starts.map(\.deskMS).median)
            line.add("rss_mb_first_page", found.starts.map(\.firstPageMB).median)
            line.add("rss_mb_ten_pages", found.starts.map(\.tenPagesMB).median)
            line.add("yardstick", "the same without values")
            line.add("yardstick_ms", empty.starts.map(\.firstPageMS).median)
            line.add("ratio", found.starts.map(\.firstPageMS).median / empty.starts.map(\.firstPageMS).median)
            line.add("runs", runs)
            line.print()
        }
    }

    private struct Found {
        let frames: Int
        let fileMB: Double
        let starts: [Start]
    }

    /// One start of the program.
    private struct Start {
        /// Until the sign-in page was there.
        let firstPageMS: Double
        /// Until the desk was there, for somebody who signs in at once.
        let deskMS: Double
        let firstPageMB: Double
        let tenPagesMB: Double
    }

    private func measured(days: Int) async throws -> Found {
        try await BenchStage.with(outlets: outlets, limit: DecimalNumber(35)) { stage in
            let officer = try await stage.admitOfficer()
            try await stage.platform.mark(.real)
            let frames = try await fill(stage, days: days)
            try stage.close()
            var starts: [Start] = []
            for _ in 0..<runs { starts.append(try await start(stage, officer)) }
            return Found(frames: frames, fileMB: Double(stage.fileBytes()) / 1e6, starts: starts)
        }
    }

    /// As many outlets are received; the others get copies of their past.
    private static let received = 4

    private func fill(_ stage: BenchStage, days: Int) async throws -> Int {
        guard days > 0 else { return 0 }
        let frames = try await receive(stage, days: days)
        func outlet(_ number: Int) -> OutletPlace {
            OutletPlace(of: number, medium: BenchSources.city.outlet(number).medium)
        }
        let models = Dictionary(
            (0..<min(Self.received, outlets)).map { (BenchSources.city.outlet($0).medium, outlet($0).outlet.text) },
            uniquingKeysWith: { first, _ in first })
        let heirs = try (Self.received..<max(Self.received, outlets)).map { number in
            let (place, simulated) = (outlet(number), BenchSources.city.outlet(number))
            guard let model = models[simulated.medium] else {
                throw BenchFault("none of the first outlets is of the kind of outlet \(number); receive more of them")
            }
            return OutletCopies.Heir(
                outlet: place.outlet.text, enterprise: place.enterprise.text, region: place.region.text,
                device: simulated.device.text, model: model)
        }
        try await OutletCopies(database: stage.platform.database).make(for: heirs)
        BenchProgress.say("cold-start: \(heirs.count) outlets copied")
        return frames / max(1, min(Self.received, outlets)) * outlets
    }

    /// Hands a year of hourly frames of the first outlets in, as the gateway does.
    private func receive(_ stage: BenchStage, days: Int) async throws -> Int {
        let (end, now) = (SystemClock().now().startOfHour, SystemClock().now())
        var frames = 0
        for number in 0..<min(Self.received, outlets) {
            let outlet = BenchSources.city.outlet(number)
            var report = outlet.report(.hour, startingBy: end.adding(hours: Int64(-24 * days)))
            var scanner = FrameScanner()
            var pending = 0
            func store() async throws {
                let arrivals = scanner.finish().map { Arrival(event: $0, receivedAt: now, remote: "benchmark") }
                _ = try await stage.platform.intake.store(arrivals)
                (frames, pending, scanner) = (frames + pending, 0, FrameScanner())
            }
            while report.dataTime < end {
                scanner.append(outlet.frame(of: report))
                pending += 1
                if pending == Self.batch { try await store() }
                report = outlet.report(after: report)
            }
            if pending > 0 { try await store() }
            BenchProgress.say("cold-start: outlet \(number + 1) received")
        }
        return frames
    }

    private func start(_ stage: BenchStage, _ officer: (login: String, password: String)) async throws -> Start {
        let begin = ContinuousClock.now
        let child = try ChildProcess(.serve(ServeOrder(file: stage.file, share: stage.share, outlets: outlets)))
        defer { child.kill() }
        let doors = try await child.message(ServeOrder.Doors.self)
        let visitor = try PlainVisitor(port: doors.web, timeoutS: 60)
        try demand(try visitor.get("/sign-in"), of: "/sign-in")
        let firstPage = ContinuousClock.now
        let firstPageMB = child.residentMB
        _ = try visitor.signIn(login: officer.login, password: officer.password)
        try demand(try visitor.get("/desk"), of: "/desk")
        let desk = ContinuousClock.now
        for path in ["/todo", "/cases", "/enterprises", "/outlets", "/states", "/devices", "/suspicions", "/account"] {
            try demand(try visitor.get(path), of: path)
        }
        return Start(
            firstPageMS: (firstPage - begin).seconds * 1_000, deskMS: (desk - begin).seconds * 1_000,
            firstPageMB: firstPageMB, tenPagesMB: child.residentMB)
    }

    private func demand(_ answer: PlainVisitor.Answer, of path: String) throws {
        guard answer.status == 200 else {
            throw BenchFault("\(path) answered \(answer.status); look at the lines above")
        }
    }
}
