import Facts
import HJ212
import Kernel
import Persistence
import TestMaterial
import Testing

@testable import Monitoring

struct FurnaceWatchTests {
    private func episodes(_ stage: MeansStage) async throws -> [String] {
        try await stage.stage.database.read { access in
            var found: [Episode] = []
            try EpisodeStore.forEach(access) { if $0.pollutant == .furnaceTemperature { found.append($0) } }
            return found.sorted { ($0.extent.firstHour, $0.id) < ($1.extent.firstHour, $1.id) }.map { episode in
                let first = episode.extent.firstHour.milliseconds(since: HourPattern.start) / 86_400_000
                return (episode.isWithdrawn ? "–" : "") + "\(first)+\(episode.extent.hours) \(episode.extent.peak)"
                    + (episode.extent.ended ? "" : "+")
            }
        }
    }

    @Test func `MON-05 a day with six low means is an exceedance of the day, grows, and ends`() async throws {
        let stage = try await MeansStage()
        try await stage.stage.store(try MeansStage.furnaceFrames(MeansStage.day(cold: 6), day: 0))
        stage.stage.clock.stand(at: HourPattern.hour(24))
        try await stage.lookAtFurnaces()
        #expect(try await episodes(stage) == [], "frames on their way are waited for")
        stage.stage.clock.stand(at: HourPattern.hour(25))
        try await stage.lookAtFurnaces()
        #expect(try await episodes(stage) == ["0+1 840+"])
        #expect(try await stage.told() == [ExceedanceFound.kind])
        try await stage.stage.store(try MeansStage.furnaceFrames(MeansStage.day(cold: 8), day: 1))
        stage.stage.clock.stand(at: HourPattern.hour(49))
        try await stage.lookAtFurnaces()
        #expect(try await episodes(stage) == ["0+2 840+"])
        try await stage.stage.store(try MeansStage.furnaceFrames(MeansStage.day(cold: 5), day: 2))
        stage.stage.clock.stand(at: HourPattern.hour(73))
        try await stage.lookAtFurnaces()
        #expect(try await episodes(stage) == ["0+2 840"])
        #expect(try await stage.differences() == [])
        let rules = try await stage.stage.lines("DISTINCT rule_code || ' ' || rule_version AS line FROM decision")
        #expect(rules == ["MON-05 2"])
    }

    @Test func `means that come late count after noon, and a corrected day withdraws`() async throws {
        let stage = try await MeansStage()
        try await stage.stage.store(try MeansStage.furnaceFrames(MeansStage.day(cold: 3), day: 0))
        stage.stage.clock.stand(at: HourPattern.hour(25))
        try await stage.lookAtFurnaces()
        #expect(try await episodes(stage) == [])
        try await stage.stage.store(try MeansStage.furnaceFrames(MeansStage.day(cold: 9), day: 0, qn: 1))
        #expect(try await stage.differences() == [], "what came later is not compared")
        stage.stage.clock.stand(at: HourPattern.hour(37))
        try await stage.lookAtFurnaces()
        #expect(try await episodes(stage) == ["0+1 840+"])
        try await stage.stage.store(try MeansStage.furnaceFrames(MeansStage.day(cold: 2), day: 0, qn: 2))
        stage.stage.clock.stand(at: HourPattern.hour(61))
        try await stage.lookAtFurnaces()
        #expect(try await episodes(stage) == ["–0+1 840+"])
        #expect(try await stage.differences() == [])
    }

    @Test func `means that come a week late are read by the next look`() async throws {
        let stage = try await MeansStage()
        stage.stage.clock.stand(at: HourPattern.hour(24 * 9 + 1))
        try await stage.lookAtFurnaces()
        try await stage.stage.store(try MeansStage.furnaceFrames(MeansStage.day(cold: 7), day: 1))
        try await stage.lookAtFurnaces()
        #expect(try await episodes(stage) == ["1+1 840"])
        #expect(try await stage.differences() == [])
    }

    @Test func `warming that the enterprise marks in time is not judged, and taken back it is`() async throws {
        let stage = try await MeansStage()
        try await stage.stage.store(try MeansStage.furnaceFrames(MeansStage.day(cold: 9), day: 0))
        stage.stage.clock.stand(at: HourPattern.hour(25))
        try await stage.lookAtFurnaces()
        #expect(try await episodes(stage) == ["0+1 840+"])
        try await stage.stage.mark(.warming, HourPattern.hour(0), HourPattern.hour(0))
        #expect(try await stage.differences() == [], "what was marked since is not compared")
        try await stage.lookAtFurnaces()
        #expect(try await episodes(stage) == ["–0+1 840+"])
        #expect(try await stage.differences() == [])
        try await stage.stage.mark(.normal, HourPattern.hour(0), HourPattern.hour(0))
        try await stage.lookAtFurnaces()
        #expect(try await episodes(stage).contains("0+1 840+"))
        #expect(try await stage.differences() == [])
    }

    @Test func `a mark of a furnace's hours counts at once, and an officer who sets it aside brings the day back`()
        async throws
    {
        let stage = try await MeansStage()
        try await stage.stage.store(try MeansStage.furnaceFrames(MeansStage.day(cold: 9), day: 0))
        stage.stage.clock.stand(at: HourPattern.hour(25))
        try await stage.lookAtFurnaces()
        try await stage.stage.mark(.warming, HourPattern.hour(0), HourPattern.hour(0))
        #expect(try await episodes(stage) == ["–0+1 840+"])
        #expect(try await stage.differences() == [])
        // Long after the marks have closed, and before any look.
        stage.stage.clock.stand(at: HourPattern.hour(24 * 40))
        try await stage.stage.mark(
            .normal, HourPattern.hour(0), HourPattern.hour(23), of: .furnaceTemperature,
            demand: MarkDemand(caseID: CaseID(checked: "2026-0001"), step: 5))
        #expect(try await episodes(stage) == ["0+1 840"], "it stands under its name")
        let cause = try await stage.stage.database.read { access in
            try Journal.newest(kinds: [ExceedanceChanged.kind], scope: .city, limit: 1, in: access).first?
                .fact(ExceedanceChanged.self)?.cause
        }
        #expect(cause == .setAside)
        #expect(try await stage.differences() == [])
        try await stage.lookAtFurnaces()
        #expect(try await episodes(stage) == ["0+1 840"])
        #expect(try await stage.differences() == [])
    }

    @Test func `MON-05 a cold day is provisional until its marks close, by the clock or by the enterprise`()
        async throws
    {
        for isClosedEarly in [false, true] {
            let stage = try await MeansStage()
            try await stage.stage.store(try MeansStage.furnaceFrames(MeansStage.day(cold: 6), day: 0))
            stage.stage.clock.stand(at: HourPattern.hour(25))
            try await stage.lookAtFurnaces()
            #expect(try await stage.stage.standing().map(\.provisional) == [true])
            #expect(try await stage.stage.room.watch.look() == 0)
            if isClosedEarly {
                try await stage.stage.closeMarks(of: HourPattern.start.civil.date)
            } else {
                stage.stage.clock.stand(at: HourPattern.hour(37))
            }
            try await stage.lookAtFurnaces()
            #expect(try await stage.stage.standing().map(\.provisional) == [nil])
            let cause = try await stage.stage.database.read { access in
                try Journal.newest(kinds: [ExceedanceChanged.kind], scope: .city, limit: 1, in: access).first?
                    .fact(ExceedanceChanged.self)?.cause
            }
            #expect(cause == .closing)
            #expect(try await stage.stage.lines("COUNT(*) || '' AS line FROM decision") == ["2"])
            #expect(try await stage.differences() == [])
        }
    }

    @Test func `MON-05 the third violating day warns red, and the case sees the low means`() async throws {
        let stage = try await MeansStage()
        var levels: [WarningLevel] = []
        for day in 0..<3 {
            try await stage.stage.store(try MeansStage.furnaceFrames(MeansStage.day(cold: 6 + day), day: day))
            stage.stage.clock.stand(at: HourPattern.hour(24 * day + 25))
            try await stage.lookAtFurnaces()
            levels += try await stage.stage.standing().map(\.level)
        }
        #expect(levels == [.blue, .blue, .red])
        let evidence = try await stage.stage.database.read { [room = stage.stage.room] access in
            var found: [EpisodeID] = []
            try EpisodeStore.forEach(access) { found.append($0.id) }
            return try found.first.flatMap { try room.evidence(of: $0, scope: .city, in: access) }
        }
        let days = try #require(evidence?.hours)
        #expect(days.map(\.exceeds) == [true, true, true])
        #expect(days.map(\.value) == ["840", "840", "840"] && days.map(\.limit) == ["850", "850", "850"])
        #expect(days[2].remark?.en.contains("00:35 840") == true, "eight low means are told one by one")
        #expect(days.map(\.lowMeans.count) == [6, 7, 8] && days[2].lowMeans.last?.mean == "840")
        #expect(days[0].page == "/outlets/O1/furnace/2026-11-23")
        #expect(try await stage.differences() == [])
    }

    @Test func `silence ends an episode, and the watch of episodes leaves furnaces alone`() async throws {
        let stage = try await MeansStage()
        try await stage.stage.store(try MeansStage.furnaceFrames(MeansStage.day(cold: 6), day: 0))
        stage.stage.clock.stand(at: HourPattern.hour(25))
        try await stage.lookAtFurnaces()
        stage.stage.clock.stand(at: HourPattern.hour(61))
        #expect(try await stage.stage.room.watch.look() == 0)
        try await stage.lookAtFurnaces()
        #expect(try await episodes(stage) == ["0+1 840"])
        #expect(try await stage.differences() == [])
    }

    @Test(arguments: 0..<4) func `order, repetition and lateness lead to the same days and episodes`(
        seed: UInt64
    ) async throws {
        var chance = SeededGenerator(seed: seed)
        var frames: [Frame] = []
        for day in 0..<3 {
            for qn in 0..<2 {
                let cold = Int.random(in: 3...9, using: &chance)
                frames += try MeansStage.furnaceFrames(MeansStage.day(cold: cold), day: day, qn: day * 2 + qn)
            }
        }
        var seen: [[String]] = []
        for round in 0..<2 {
            let stage = try await MeansStage()
            if round > 0 {
                frames += frames.prefix(20)
                frames.shuffle(using: &chance)
            }
            let middle = Int.random(in: 1..<frames.count, using: &chance)
            try await stage.stage.store(Array(frames[..<middle]))
            stage.stage.clock.stand(at: HourPattern.hour(73))
            try await stage.lookAtFurnaces()
            try await stage.stage.store(Array(frames[middle...]))
            #expect(try await stage.differences() == [], "seed \(seed)")
            stage.stage.clock.stand(at: HourPattern.hour(85))
            try await stage.lookAtFurnaces()
            #expect(try await stage.differences() == [], "seed \(seed)")
            seen.append(
                try await episodes(stage).filter { !$0.hasPrefix("–") }
                    + stage.stage.lines("hex(means) AS line FROM monitoring_furnace_day ORDER BY day_no"))
        }
        #expect(seen[0] == seen[1] && seen[0].count >= 3, "seed \(seed)")
    }

    @Test(arguments: [
        "DELETE FROM monitoring_furnace_day", "UPDATE monitoring_episode SET withdrawn = 1",
        "UPDATE monitoring_furnace_day SET means = CAST(replace(CAST(means AS TEXT), '\"840\"', '\"860\"') AS BLOB)",
    ])
    func `a touched furnace day is found by verify`(tampering: String) async throws {
        let stage = try await MeansStage()
        try await stage.stage.store(try MeansStage.furnaceFrames(MeansStage.day(cold: 6), day: 0))
        stage.stage.clock.stand(at: HourPattern.hour(25))
        try await stage.lookAtFurnaces()
        #expect(try await stage.differences() == [])
        #expect(try await stage.stage.database.write { try $0.execute(tampering) } > 0)
        #expect(try await !stage.differences().isEmpty)
    }

    @Test(arguments: [(0, nil, -31), (0, -1, -1), (1, 0, -3), (1, -9, -5), (0, -100, -31)])
    func `a look takes what was missed, and after noon the last days again`(look: Int64, last: Int64?, first: Int64) {
        let day: Int64 = 20_781
        let found = FurnaceWatch.firstDay(of: day * 2 + look, last: last.map { day * 2 + $0 })
        #expect(found.dayNumber - day == first)
    }
}
