import Facts
import HJ212
import Kernel
import Persistence
import Standards
import Testing

@testable import Monitoring

/// Hours of a stack that cannot decide: `docs/method/computed-values.md`, "Hours of a stack that warn".
struct HourHolesTests {
    /// Ten-minute frames of an hour, each of this value.
    private static func minutes(_ hour: Int, _ value: String, qn: Int = 0) throws -> [Frame] {
        try (0..<6).map { place in
            let start = HourPattern.hour(hour).adding(minutes: Int64(place) * 10)
            return try WireFrame.hour(
                CivilStamp(millisecondsSince1970: start.milliseconds).text14, "a21026-Avg=\(value),a21026-Flag=N",
                qn: "20261124\((qn * 10_000 + hour * 10 + place).padded(9))", command: 2051)
        }
    }

    private static func hour(_ hour: Int, _ value: String, qn: Int = 5_000) throws -> Frame {
        try WireFrame.hour(
            CivilStamp(millisecondsSince1970: HourPattern.hour(hour).milliseconds).text14,
            "a21026-ZsAvg=\(value),a21026-Flag=N", qn: "20261124\((qn + hour).padded(9))")
    }

    private func duties(_ stage: MeansStage) async throws -> [String] {
        try await stage.stage.database.read { access in
            var found: [String] = []
            try DutyBook.forEachDuty(access) { found.append("\($0.kind) \($0.role.rawValue) \($0.state.rawValue)") }
            return found
        }
    }

    @Test func `MON-06 minutes beyond the limit warn where no hour came, until it comes, and never decide`()
        async throws
    {
        let stage = try await MeansStage()
        stage.stage.clock.stand(at: HourPattern.hour(2).adding(minutes: 30))
        try await stage.stage.store(try Self.minutes(0, "50") + Self.minutes(1, "60"))
        try await stage.lookAtAlerts()
        #expect(try await stage.alerts() == ["0–0/1+"], "the second hour may still come")
        stage.stage.clock.stand(at: HourPattern.hour(3))
        try await stage.lookAtAlerts()
        #expect(try await stage.alerts() == ["0–1/2+"])
        #expect(try await duties(stage) == ["monitoring.supply-hour enterprise-manager open"])
        #expect(try await stage.stage.standing() == [])
        #expect(try await stage.differences() == [])
        // One hour comes and complies: the other warns on.
        try await stage.stage.store([try Self.hour(0, "20")])
        #expect(try await stage.differences() == [], "what waits is left out")
        try await stage.lookAtAlerts()
        #expect(try await stage.alerts() == ["1–1/1+"])
        // The other comes and exceeds: it decides, and nothing is left to warn of.
        try await stage.stage.store([try Self.hour(1, "60")])
        try await stage.lookAtAlerts()
        #expect(try await stage.alerts() == ["–1–1/1+"])
        #expect(try await duties(stage) == ["monitoring.supply-hour enterprise-manager done"])
        #expect(try await stage.stage.standing().map { HourPattern.text($0) } == ["1–1/1+"])
        #expect(try await stage.differences() == [])
    }

    @Test func `a mark that takes the hour out settles its warning`() async throws {
        let stage = try await MeansStage()
        stage.stage.clock.stand(at: HourPattern.hour(3))
        try await stage.stage.store(try Self.minutes(0, "50"))
        try await stage.lookAtAlerts()
        #expect(try await stage.alerts() == ["0–0/1+"])
        try await stage.stage.mark(.maintenance, HourPattern.hour(0), HourPattern.hour(0))
        try await stage.lookAtAlerts()
        #expect(try await stage.alerts() == ["–0–0/1+"])
        #expect(try await duties(stage) == ["monitoring.supply-hour enterprise-manager done"])
        #expect(try await stage.differences() == [])
    }

    /// Minutes, a correction of them, the hour before and the look between them, in every order.
    @Test func `every order of arrival leads to the same warnings`() async throws {
        let events: [[Frame]] = [
            try Self.minutes(0, "50"), try Self.minutes(1, "60"), [try Self.hour(0, "20")],
        ]
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let stage = try await MeansStage()
            stage.stage.clock.stand(at: HourPattern.hour(5))
            for place in order {
                try await stage.stage.store(events[place])
                try await stage.lookAtAlerts()
            }
            let standing = try await stage.alerts().filter { !$0.hasPrefix("–") }
            #expect(standing == ["1–1/1"], "\(order)")
            #expect(try await stage.differences() == [])
        }
    }

    @Test func `an hour without its converted value warns by our own conversion, and decides nothing`() async throws {
        let stage = try await MeansStage()
        let nitrogen = PollutantCode(checked: "a21002")
        let fact = LimitRecorded(
            outlet: MonitoringStage.outlet, pollutant: nitrogen, limit: "50",
            validFrom: HourPattern.start.civil.date.adding(days: -9), validTo: nil,
            source: "示例 GB 13271-2014 table-2-coal")
        try await stage.stage.database.write { [room = stage.stage.room] access in
            try room.recordLimit(fact, about: .city, by: .system("test"), in: access)
        }
        stage.stage.clock.stand(at: HourPattern.hour(3))
        let stamp = CivilStamp(millisecondsSince1970: HourPattern.start.milliseconds).text14
        let bare = "a21002-Avg=30,a21002-Flag=N,a19001-Avg=16,a19001-Flag=N"
        try await stage.stage.store([try WireFrame.hour(stamp, bare, qn: "20261124000000001")])
        try await stage.lookAtAlerts()
        #expect(try await stage.alerts() == ["0–0/1+"], "30 × 12 ÷ 5 is 72")
        #expect(try await stage.stage.standing() == [])
        #expect(try await stage.differences() == [])
        try await stage.stage.store([
            try WireFrame.hour(stamp, bare + ",a21002-ZsAvg=40", qn: "20261124000000002")
        ])
        try await stage.lookAtAlerts()
        #expect(try await stage.alerts() == ["–0–0/1+"])
        #expect(try await stage.differences() == [])
    }

    @Test func `an hour of a stack that was set by hand warns beyond its limit, and decides nothing`() async throws {
        let stage = try await MeansStage()
        stage.stage.clock.stand(at: HourPattern.hour(4))
        func sent(_ hour: Int, _ value: String, _ mark: String, qn: Int) throws -> Frame {
            try WireFrame.hour(
                CivilStamp(millisecondsSince1970: HourPattern.hour(hour).milliseconds).text14,
                "a21026-ZsAvg=\(value),a21026-Flag=\(mark)", qn: "20261124\((qn + hour).padded(9))")
        }
        try await stage.stage.store([try sent(0, "20", "S", qn: 0), try sent(1, "50", "S", qn: 0)])
        try await stage.lookAtAlerts()
        #expect(try await stage.alerts() == ["1–1/1+"])
        #expect(try await duties(stage) == ["monitoring.supply-hour enterprise-manager open"])
        #expect(try await stage.stage.standing() == [])
        #expect(try await stage.stage.lines("rule_code || ' ' || rule_version AS line FROM decision") == ["MON-06 2"])
        #expect(try await stage.differences() == [])
        // What was measured comes, and decides.
        try await stage.stage.store([try sent(1, "60", "N", qn: 100)])
        try await stage.lookAtAlerts()
        #expect(try await stage.alerts() == ["–1–1/1+"])
        #expect(try await stage.stage.standing().map { HourPattern.text($0) } == ["1–1/1+"])
        #expect(try await stage.differences() == [])
    }
}
