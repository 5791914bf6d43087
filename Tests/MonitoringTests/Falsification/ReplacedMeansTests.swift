import Facts
import HJ212
import Kernel
import Persistence
import Testing

@testable import Monitoring

/// What was sent again otherwise, read from frames that were stored.
struct ReplacedMeansTests {
    private static let day = HourPattern.start

    private func frame(
        _ hour: Int, _ items: String, at minute: Int, device: String = "M1", command: Int = 2061
    ) throws -> Frame {
        try WireFrame.hour(
            HourPattern.hour(hour).civil.digits, items, qn: "202611250000\(minute.padded(2))000", device: device,
            command: command)
    }

    private func told(
        _ stage: SignStage, _ pollutant: PollutantCode = .sulphurDioxide, at outlet: OutletID = MonitoringStage.outlet,
        by period: MeanPeriod = .hour, hours: Int = 24
    ) async throws -> [ReplacedMean] {
        try await stage.stage.database.read { access in
            try stage.stage.room.replacedMeans(
                of: pollutant, at: outlet, by: period, in: HourPattern.hour(0)...HourPattern.hour(hours - 1), access)
        }
    }

    private func words(_ mean: ReplacedMean) -> String {
        let versions = mean.versions.map { version in
            [version.value?.description ?? "–", version.measured.map { "(\($0))" }, version.mark].compactMap(\.self)
                .joined(separator: " ")
        }
        return "\(mean.start.milliseconds(since: Self.day) / 3_600_000): \(versions.joined(separator: " → "))"
    }

    @Test func `an hour is told whose value, mark, measured or converted value became another, or went`() async throws {
        let stage = try await SignStage()
        let first = [
            (0, "a21026-Avg=50,a21026-Flag=N"), (1, "a21026-Avg=50,a21026-Flag=N"), (2, "a21026-Avg=50,a21026-Flag=N"),
            (3, "a21026-Avg=40,a21026-ZsAvg=50,a21026-Flag=N"), (4, "a21026-Avg=40,a21026-ZsAvg=50,a21026-Flag=N"),
            (5, "a21026-Avg=50,a21026-Flag=N"), (6, "a21026-Avg=50,a21026-Flag=N"), (7, "a21026-Avg=50"),
        ]
        let again = [
            (0, "a21026-Avg=50,a21026-Flag=D"), (1, "a21026-Avg=30,a21026-Flag=N"), (2, "a21026-Avg=50,a21026-Flag=N"),
            (3, "a21026-Avg=40,a21026-ZsAvg=20,a21026-Flag=N"), (4, "a21026-Avg=16,a21026-ZsAvg=50,a21026-Flag=N"),
            (5, "a21026-Avg=-999,a21026-Flag=N"), (7, "a21026-Avg=50,a21026-Flag=M"),
        ]
        try await stage.stage.store(first.map { try frame($0, $1, at: 1) })
        try await stage.stage.store(again.map { try frame($0, $1, at: 2) })
        let found = try await told(stage)
        #expect(
            found.map(words) == [
                "0: 50 N → 50 D", "1: 50 N → 30 N", "3: 50 (40) N → 20 (40) N", "4: 50 (40) N → 50 (16) N",
                "5: 50 N → – N", "7: 50 → 50 M",
            ])
        #expect(found.allSatisfy { $0.sign == nil && $0.versions.allSatisfy { $0.receivedAt == HourPattern.hour(72) } })
        #expect(try await told(stage, hours: 1).map(words) == ["0: 50 N → 50 D"], "no hour outside of those asked for")
    }

    @Test func `what counts is the order of the request numbers, and a repetition is no version`() async throws {
        let stage = try await SignStage()
        let sent = [(1, 50, "N"), (2, 50, "N"), (3, 50, "D"), (4, 20, "D"), (5, 20, "D")]
        for (minute, value, mark) in sent.reversed() {
            try await stage.stage.store([try frame(3, "a21026-Avg=\(value),a21026-Flag=\(mark)", at: minute)])
        }
        #expect(try await told(stage).map(words) == ["3: 50 N → 50 D → 20 D"])
    }

    @Test func `a day's mean that was sent again is told, wherever in its day the frame lies`() async throws {
        let stage = try await SignStage()
        let (outlet, oxygen) = (OutletID(checked: "O2"), PollutantCode(checked: "w01018"))
        for (hour, mark) in [(0, "N"), (9, "D")] {
            try await stage.stage.store([
                try frame(hour, "w01018-Avg=90,w01018-Flag=\(mark)", at: hour, device: "M2", command: 2031)
            ])
        }
        let found = try await told(stage, oxygen, at: outlet, by: .day)
        #expect(found.map(words) == ["0: 90 N → 90 D"] && found.allSatisfy { $0.period == .day })
        #expect(found.first?.versions.map(\.dataTime) == [HourPattern.hour(0), HourPattern.hour(9)])
        #expect(try await told(stage, oxygen, at: outlet, by: .hour).isEmpty)
    }

    @Test func `an hour leads to the sign that was seen of it`() async throws {
        let stage = try await SignStage()
        try await stage.send((0..<24).map { ($0, $0 == 3 ? "50" : "2\($0).5") })
        try await stage.stage.store([
            try frame(3, "a21026-Avg=30,a21026-Flag=N", at: 1), try frame(20, "a21026-Avg=220.5,a21026-Flag=D", at: 1),
        ])
        try await stage.look(day: 0)
        let sign = try #require(try await stage.suspicions().first { $0.sign == .rewrittenHours })
        #expect(try await told(stage).map(\.sign) == [sign.id, nil])
    }

    @Test func `what went by another mark rests on the decision of then as well`() async throws {
        let stage = try await MonitoringStage()
        for (minute, mark) in [(1, "N"), (2, "D")] {
            try await stage.store([try frame(3, "a21026-Avg=50,a21026-Flag=\(mark)", at: minute)])
        }
        try await stage.database.read { access in
            let entries = try Journal.entries(
                after: 0, kinds: [ExceedanceFound.kind, ExceedanceWithdrawn.kind], limit: 10, in: access)
            let found = try #require(try entries.first?.fact(ExceedanceFound.self))
            #expect(try entries.last?.fact(ExceedanceWithdrawn.self)?.cause == .value)
            let now = try #require(try stage.room.evidence(of: found.episode, scope: .city, in: access))
            let then = try #require(
                try stage.room.evidence(
                    of: found.episode, decidedBy: found.decision, extent: found.extent, scope: .city, in: access))
            #expect(now.hours.filter(\.exceeds).isEmpty)
            #expect(then.hours.filter(\.exceeds).map(\.value) == [DecimalNumber(50)] && then.limitText != nil)
        }
    }

    @Test func `what tells whether a plant ran is told by the values that stand`() async throws {
        let stage = try await MonitoringStage()
        func words() async throws -> String? {
            try await stage.database.read { access in
                try stage.room.runningValues(
                    at: MonitoringStage.outlet, in: HourPattern.hour(0)...HourPattern.hour(1), access)?.words.zh
            }
        }
        #expect(try await words() == nil)
        try await stage.store([
            try frame(0, "a01011-Avg=8.5", at: 1), try frame(1, "a01011-Avg=0.2,a01012-Avg=31", at: 1),
            try frame(2, "a01011-Avg=99", at: 1),
        ])
        #expect(try await words() == "烟气流速 0.2–8.5，烟气温度 31–31")
        try await stage.store([try frame(0, "a01011-Avg=0.1", at: 2), try frame(1, "a01011-Avg=7", at: 0)])
        #expect(try await words() == "烟气流速 0.1–0.2，烟气温度 31–31")
    }
}
