import Facts
import HJ212
import Kernel
import Persistence
import Standards
import Testing

@testable import Monitoring

/// Hours of an incinerator beyond the hourly limit, and days without their uploaded mean:
/// `docs/method/computed-values.md`.
struct IncineratorWarningTests {
    /// O1 as an incinerator: 35 mg/m³ an hour and 25 a day.
    private func stage() async throws -> MeansStage {
        let stage = try await MeansStage()
        let fact = LimitRecorded(
            outlet: MonitoringStage.outlet, pollutant: .sulphurDioxide, limit: "25",
            validFrom: HourPattern.start.civil.date.adding(days: -60), validTo: nil, source: "示例 GB 18485-2014",
            averaging: .day)
        try await stage.stage.database.write { [room = stage.stage.room] access in
            try room.recordLimit(fact, about: .city, by: .system("test"), in: access)
        }
        // The first look begins two days before.
        stage.stage.clock.stand(at: HourPattern.hour(2))
        try await stage.lookAtAlerts()
        return stage
    }

    private static func hours(_ hours: Range<Int>, _ value: String, qn: Int = 0) throws -> [Frame] {
        try hours.map { hour in
            try WireFrame.hour(
                CivilStamp(millisecondsSince1970: HourPattern.hour(hour).milliseconds).text14,
                "a21026-ZsAvg=\(value),a21026-Flag=N", qn: "20261124\((qn * 1_000 + hour).padded(9))")
        }
    }

    private static func day(_ value: String, qn: Int = 900) throws -> Frame {
        try WireFrame.hour(
            CivilStamp(millisecondsSince1970: HourPattern.start.milliseconds).text14,
            "a21026-ZsAvg=\(value),a21026-Flag=N", qn: "20261124\((qn * 1_000).padded(9))", command: 2031)
    }

    private func duties(_ stage: MeansStage) async throws -> [String] {
        try await stage.stage.database.read { access in
            var found: [String] = []
            try DutyBook.forEachDuty(access) { found.append("\($0.kind) \($0.state.rawValue)") }
            return found.sorted()
        }
    }

    @Test func `MON-07 an hour beyond the hourly limit warns, until its day has a mean, and never decides`()
        async throws
    {
        let stage = try await stage()
        stage.stage.clock.stand(at: HourPattern.hour(6))
        try await stage.stage.store(try Self.hours(0..<3, "20") + Self.hours(3..<5, "40") + Self.hours(5..<6, "20"))
        try await stage.lookAtAlerts()
        #expect(try await stage.alerts() == ["3–4/2+"])
        #expect(try await duties(stage) == ["monitoring.check-hour open"])
        #expect(try await stage.stage.standing() == [])
        #expect(try await stage.differences() == [])
        let raised = try await stage.stage.database.read { access in
            var raised: [HourAlertRaised] = []
            try Journal.forEachEntry(access) { raised += [try $0.fact(HourAlertRaised.self)].compactMap { $0 } }
            return raised
        }
        #expect(raised.map(\.decidesByDay) == [true])
        // The day's mean complies: it decides, and nothing more is asked of these hours.
        stage.stage.clock.stand(at: HourPattern.hour(24).adding(minutes: 20))
        try await stage.stage.store(try Self.hours(6..<24, "20") + [try Self.day("22")])
        try await stage.lookAtAlerts()
        #expect(try await stage.alerts() == ["3–4/2"])
        #expect(try await duties(stage) == ["monitoring.check-hour lifted"])
        #expect(try await stage.stage.standing() == [])
        #expect(try await stage.differences() == [])
        #expect(
            try await stage.stage.lines("DISTINCT rule_code AS line FROM decision") == ["MON-07"])
    }

    @Test func `a correction or a mark settles the warning of an hour`() async throws {
        for isMarked in [true, false] {
            let stage = try await stage()
            stage.stage.clock.stand(at: HourPattern.hour(6))
            try await stage.stage.store(try Self.hours(0..<4, "20") + Self.hours(4..<5, "40"))
            try await stage.lookAtAlerts()
            #expect(try await stage.alerts() == ["4–4/1+"])
            if isMarked {
                try await stage.stage.mark(.calibration, HourPattern.hour(4), HourPattern.hour(4))
            } else {
                try await stage.stage.store(try Self.hours(4..<5, "30", qn: 1))
            }
            try await stage.lookAtAlerts()
            #expect(try await stage.alerts() == ["–4–4/1+"])
            #expect(try await duties(stage) == ["monitoring.check-hour done"])
            #expect(try await stage.differences() == [])
        }
    }

    @Test func `a closed day without its mean warns by its hours, until the mean comes and decides`() async throws {
        let stage = try await stage()
        stage.stage.clock.stand(at: HourPattern.hour(24).adding(minutes: 30))
        try await stage.stage.store(try Self.hours(0..<24, "30"))
        try await stage.lookAtAlerts()
        #expect(try await stage.alerts() == [], "the mean may still come")
        stage.stage.clock.stand(at: HourPattern.hour(26))
        try await stage.lookAtAlerts()
        #expect(try await stage.alerts() == ["0–0/1+"])
        #expect(try await duties(stage) == ["monitoring.supply-day open"])
        #expect(try await stage.stage.standing() == [])
        #expect(try await stage.differences() == [])
        try await stage.stage.store([try Self.day("30")])
        try await stage.lookAtAlerts()
        #expect(try await stage.alerts() == ["–0–0/1+"])
        #expect(try await duties(stage) == ["monitoring.supply-day done"])
        #expect(try await stage.stage.standing().map(\.averaging) == [.day])
        #expect(try await stage.differences() == [])
    }

    @Test(arguments: [(19, "30", false), (20, "30", true), (24, "25", false)])
    func `a day is computed from twenty valid hours and warns beyond its limit only`(
        valid: Int, value: String, warns: Bool
    ) async throws {
        let stage = try await stage()
        stage.stage.clock.stand(at: HourPattern.hour(26))
        try await stage.stage.store(try Self.hours(0..<valid, value))
        try await stage.lookAtAlerts()
        #expect(try await stage.alerts().isEmpty == !warns)
        #expect(try await stage.differences() == [])
    }

    /// The hours, a correction of one, and the day's mean, with a look behind each, in every order.
    @Test func `every order of arrival leads to the same warnings of hours and days`() async throws {
        let events: [[Frame]] = [
            try Self.hours(0..<24, "30"), try Self.hours(7..<8, "50", qn: 1), [try Self.day("30")],
        ]
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let stage = try await stage()
            stage.stage.clock.stand(at: HourPattern.hour(30))
            for place in order {
                try await stage.stage.store(events[place])
                try await stage.lookAtAlerts()
            }
            #expect(try await stage.alerts().filter { !$0.hasPrefix("–") } == ["7–7/1"], "\(order)")
            #expect(try await duties(stage).allSatisfy { !$0.hasSuffix("open") }, "\(order)")
            #expect(try await stage.differences() == [], "\(order)")
        }
    }

    @Test func `where hours decide nothing changed`() async throws {
        let stage = try await MeansStage()
        stage.stage.clock.stand(at: HourPattern.hour(2))
        try await stage.lookAtAlerts()
        stage.stage.clock.stand(at: HourPattern.hour(26))
        try await stage.stage.store(try Self.hours(0..<24, "40") + [try Self.day("40")])
        try await stage.lookAtAlerts()
        #expect(try await stage.alerts() == [])
        #expect(try await stage.stage.standing().map(\.averaging) == [nil])
        #expect(try await duties(stage) == [])
        #expect(try await stage.differences() == [])
    }

    @Test func `days before the first look warn, and a mean set by hand does`() async throws {
        for isSent in [false, true] {
            let stage = try await MeansStage()
            let fact = LimitRecorded(
                outlet: MonitoringStage.outlet, pollutant: .sulphurDioxide, limit: "25",
                validFrom: HourPattern.start.civil.date.adding(days: -60), validTo: nil, source: "示例 GB 18485-2014",
                averaging: .day)
            try await stage.stage.database.write { [room = stage.stage.room] access in
                try room.recordLimit(fact, about: .city, by: .system("test"), in: access)
            }
            // Five days later nobody has looked yet.
            stage.stage.clock.stand(at: HourPattern.hour(24 * 5 + 22))
            try await stage.stage.store(try Self.hours(0..<(isSent ? 1 : 24), isSent ? "20" : "30"))
            if isSent {
                try await stage.stage.store([
                    try WireFrame.hour(
                        CivilStamp(millisecondsSince1970: HourPattern.start.milliseconds).text14,
                        "a21026-ZsAvg=30,a21026-Flag=S", qn: "20261124000900000", command: 2031)
                ])
            }
            try await stage.lookAtAlerts()
            #expect(try await stage.alerts() == ["0–0/1"])
            #expect(try await duties(stage) == ["monitoring.supply-day open"])
            #expect(try await stage.stage.standing() == [])
            #expect(try await stage.differences() == [])
        }
    }
}
