import Facts
import HJ212
import Kernel
import Persistence
import TestMaterial
import Testing
import Web

@testable import Monitoring

/// An adoption of MON-02 that a document ends before its time.
struct AdoptionEndTests {
    private static let today = HourPattern.start.civil.date
    private static let water = OutletID(checked: "O2")
    /// Limit 50: days 1 and 2, 4, 6 to 8 exceed.
    private static let values = ["40", "80", "60", "40", "90", "40", "55", "70", "51", "40"]

    /// What happens in an order of its own.
    private enum Event: CaseIterable {
        case limit, values, adoption, end
    }

    private static func day(_ number: Int64) -> CivilDate { today.adding(days: number) }

    private static func stage() async throws -> MonitoringStage {
        let stage = try await MonitoringStage()
        stage.clock.stand(at: HourPattern.hour(24 * 20))
        return stage
    }

    private static func happen(_ event: Event, on stage: MonitoringStage, _ frames: [Frame]) async throws {
        let now = stage.clock.now()
        switch event {
        case .limit:
            let order = DatedLimit(
                limit: "50", validFrom: day(-30), validTo: nil, source: "示例许可证", unit: "mg/L", averaging: .day)
            try await stage.database.write { [desk = stage.room.limitDesk] access in
                try desk.enter(
                    LimitRecorded(
                        outlet: water, pollutant: PollutantCode(checked: "w01018"), limit: order.limit,
                        validFrom: order.validFrom, validTo: nil, source: order.source, unit: order.unit,
                        averaging: order.averaging), about: .city, by: .system("test"), now: now, in: access)
            }
        case .values:
            for frame in frames { try await stage.store([frame]) }
        case .adoption:
            try await stage.database.write { [room = stage.room] access in
                try room.recordAdoption(
                    RuleAdopted(rule: "MON-02", validFrom: day(0), validTo: nil, source: "示例文件"), by: .system("test"),
                    in: access)
            }
        case .end: try await end(1, on: day(6), on: stage)
        }
        while try await stage.room.limitWatch.look() {}
    }

    private static func end(
        _ number: Int64, on lastDay: CivilDate, by document: String = "示例终止文件", on stage: MonitoringStage
    ) async throws {
        let now = stage.clock.now()
        try await stage.database.write { [desk = stage.room.adoptionDesk] access in
            try desk.end(number, on: lastDay, by: document, author: .system("test"), now: now, in: access)
        }
    }

    private static func frames() throws -> [Frame] {
        try values.enumerated().map { number, value in
            let time = CivilStamp(millisecondsSince1970: HourPattern.hour(number * 24).milliseconds).text14
            return try WireFrame.hour(
                time, "w01018-Avg=\(value),w01018-Flag=N", qn: "202612010\(number.padded(8))", device: "M2",
                command: 2031)
        }
    }

    private static func found(_ stage: MonitoringStage) async throws -> [String] {
        try await stage.standing().map { extent in
            "\(extent.firstHour.milliseconds(since: HourPattern.start) / 86_400_000)+\(extent.hours) \(extent.peak)"
        }
    }

    /// The limit comes before the values: a value of a factor without a limit is judged when it gets one by the desk.
    @Test(arguments: [
        [Event.limit, .values, .adoption, .end], [.limit, .adoption, .values, .end],
        [.limit, .adoption, .end, .values],
    ])
    private func `in every order the days behind the end are not decided, and those before it are`(
        events: [Event]
    ) async throws {
        var chance = SeededGenerator(seed: 7)
        for turn in 0..<3 {
            let stage = try await Self.stage()
            let frames = turn == 0 ? try Self.frames() : try Self.frames().shuffled(using: &chance)
            for event in events {
                try await Self.happen(event, on: stage, frames)
                #expect(try await stage.differences() == [], "\(events), turn \(turn), after \(event)")
            }
            #expect(try await Self.found(stage) == ["1+2 80", "4+1 90", "6+1 55"], "\(events), turn \(turn)")
        }
    }

    @Test func `an episode that the end takes away is withdrawn by a decision that names the document`() async throws {
        let stage = try await Self.stage()
        let frames = try Self.frames()
        for event in [Event.limit, .adoption, .values] { try await Self.happen(event, on: stage, frames) }
        #expect(try await Self.found(stage) == ["1+2 80", "4+1 90", "6+3 70"])
        try await Self.end(1, on: Self.day(5), on: stage)
        while try await stage.room.limitWatch.look() {}
        #expect(try await Self.found(stage) == ["1+2 80", "4+1 90"])
        let steps = """
            CAST(d.steps AS TEXT) AS line FROM decision d JOIN monitoring_episode e ON e.decision_id = d.decision_id
            WHERE e.withdrawn = 1
            """
        let told = try #require(try await stage.lines(steps).first)
        #expect(told.contains("依据 示例终止文件 提前终止") && told.contains("ended early by 示例终止文件"))
        // The days that exceeded are told one by one as no longer decided.
        for day in 6...8 { #expect(told.contains("\(Self.day(Int64(day)))：当日未采用本规则，不作判定")) }
        #expect(try await stage.differences() == [])
    }

    @Test func `an end can be put earlier again, and the days behind it can be adopted anew`() async throws {
        let stage = try await Self.stage()
        let frames = try Self.frames()
        for event in [Event.limit, .adoption, .values, .end] { try await Self.happen(event, on: stage, frames) }
        try await Self.end(1, on: Self.day(3), by: "示例更正文件", on: stage)
        while try await stage.room.limitWatch.look() {}
        #expect(try await Self.found(stage) == ["1+2 80"])
        try await stage.database.write { [room = stage.room] access in
            try room.recordAdoption(
                RuleAdopted(rule: "MON-02", validFrom: Self.day(7), validTo: nil, source: "示例新文件"),
                by: .system("test"), in: access)
        }
        while try await stage.room.limitWatch.look() {}
        #expect(try await Self.found(stage) == ["1+2 80", "7+2 70"])
        #expect(try await stage.differences() == [])
    }

    @Test(
        arguments: [
            (2, 3, "示例", .notFound), (1, 3, " ", .sourceMissing),
            (1, -1, "示例", .lastDayOutOfRange(from: day(0), to: day(5))),
            (1, 6, "示例", .lastDayOutOfRange(from: day(0), to: day(5))),
        ] as [(Int64, Int64, String, AdoptionRefusal)])
    func `an end that cannot be is refused and changes nothing`(
        number: Int64, lastDay: Int64, document: String, refusal: AdoptionRefusal
    ) async throws {
        let stage = try await Self.stage()
        try await Self.happen(.adoption, on: stage, [])
        try await Self.end(1, on: Self.day(6), on: stage)
        await #expect(throws: refusal) {
            try await Self.end(number, on: Self.day(lastDay), by: document, on: stage)
        }
        #expect(try await stage.lines("COUNT(*) || '' AS line FROM monitoring_rule_adoption_end") == ["1"])
        #expect(try await stage.differences() == [])
    }

    @Test(arguments: [
        "UPDATE monitoring_rule_adoption_end SET last_day = '2026-12-24'",
        "UPDATE monitoring_rule_adoption_end SET source = '其他'", "DELETE FROM monitoring_rule_adoption_end",
    ])
    func `a touched end is found by verify`(tampering: String) async throws {
        let stage = try await Self.stage()
        try await Self.happen(.adoption, on: stage, [])
        try await Self.end(1, on: Self.day(6), on: stage)
        #expect(try await stage.database.write { try $0.execute(tampering) } == 1)
        let found = try await stage.differences()
        #expect(found.contains { $0.hasPrefix("adoptions of rules") }, "\(found)")
    }

    @Test(arguments: [
        AdoptionRefusal.unknownRule, .sourceMissing, .daysInDisorder, .overlapping(number: 1), .notFound,
        .lastDayOutOfRange(from: day(0), to: day(1)),
    ])
    func `each refusal says what and what to do`(refusal: AdoptionRefusal) {
        let problem = refusal.problem
        #expect([404, 409, 422].contains(problem.status))
        for phrase in [problem.what, problem.remedy] { #expect(!phrase.zh.isEmpty && !phrase.en.isEmpty) }
    }
}
