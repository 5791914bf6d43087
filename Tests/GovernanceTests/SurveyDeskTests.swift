import Facts
import Kernel
import Persistence
import Testing
import Web

@testable import Governance

struct SurveyDeskTests {
    private static let heading = "respondent,region,gain,satisfaction,awareness,participation,confidence"

    static func said(
        year: String = "2026", from: String = "2026-09-01", until: String = "2026-11-20",
        strata: String = "330602,1000,40\n330603,2000,40\n"
    ) -> SaidSurvey {
        SaidSurvey(
            year: year, title: "满意度调查（示例）", centre: "中心（示例）", firstDay: from, lastDay: until, strata: strata)
    }

    /// A stage on which a round of two districts is open.
    static func stage() async throws -> GovernanceStage {
        let stage = try await GovernanceStage()
        try stage.clock.stand(on: "2026-09-10")
        try await work(stage) { desk, now, access in
            try desk.open(said(), by: GovernanceStage.office, at: now, in: access)
        }
        return stage
    }

    static func work(
        _ stage: GovernanceStage,
        _ act: @Sendable @escaping (SurveyDesk, Instant, any WriteAccess) throws -> Void
    ) async throws {
        let (desk, now) = (stage.room.surveys, stage.clock.now())
        try await stage.database.write { access in try act(desk, now, access) }
    }

    private static func take(
        _ lines: [String], on stage: GovernanceStage, heading: String = heading, way: WorkImport.Way = .whole
    ) async throws -> WorkImport.Report {
        try await stage.room.importSurvey(
            csv: ([heading] + lines).joined(separator: "\n"), of: nil, way: way,
            by: GovernanceStage.office.person, at: stage.clock.now())
    }

    private static func lines(_ region: String, _ count: Int, _ answers: String = "5,5,4,3,5") -> [String] {
        (1...count).map { "\(region)-\($0),\(region),\(answers)" }
    }

    @Test func `a closed round tells of districts with enough answers, and feeds its indicator`() async throws {
        let stage = try await Self.stage()
        try await stage.desk { desk, now, access in
            try desk.bind("市美丽办", to: "LEAD", by: .system("test"), at: now, in: access)
        }
        let answers = Self.lines("330602", 30) + Self.lines("330603", 29)
        #expect(try await Self.take(answers, on: stage).isImported)
        await #expect(throws: SurveyRefusal.notItsOwner("市美丽办")) {
            try await Self.work(stage) { desk, now, access in
                try desk.close(2026, by: GovernanceStage.stranger, at: now, in: access)
            }
        }
        #expect(try await Self.take(Self.lines("330603", 1, "1,1,1,1,1").map { "x" + $0 }, on: stage).isImported)
        try await Self.work(stage) { desk, now, access in
            try desk.close(2026, by: GovernanceStage.lead, at: now, in: access)
        }
        let closed = try #require(try await stage.database.read { try SurveyStore.results($0)[2026] })
        // 88 points of whoever gives 5, 5, 4, 3, 5; one of thirty in the second district gives 20.
        let first = try #require(closed.result.estimate(Survey.overall, RegionCode(checked: "330602")))
        #expect(first.mean_hundredths == 8_800 && first.margin_hundredths == 0)
        let second = try #require(closed.result.estimate(Survey.overall, RegionCode(checked: "330603")))
        #expect(second.mean_hundredths == 8_573)
        #expect(closed.result.city?.mean_hundredths == 8_649 && closed.result.answers == 60)
        let place = IndicatorValue.Place(
            indicator: IndicatorCode(checked: "SATISFACTION"), region: nil, month: try #require(CivilMonth("2026-12")))
        let values = try await stage.database.read { try IndicatorStore.values(of: place, in: $0) }
        #expect(values.map(\.value.description) == ["86.49"])
        #expect(values.first?.source.contains("GOV-04") == true)
        await #expect(throws: SurveyRefusal.closed(2026)) {
            try await Self.work(stage) { desk, now, access in
                try desk.close(2026, by: GovernanceStage.office, at: now, in: access)
            }
        }
        await #expect(throws: SurveyRefusal.noneOpen) { _ = try await Self.take(answers, on: stage) }
        await #expect(throws: IndicatorRefusal.surveyed) {
            try await stage.room.database.write { [room = stage.room, now = Instant(milliseconds: 1_800_000_000_000)] in
                try room.file(
                    indicator: "SATISFACTION", region: "", month: "2026-12", value: "99", source: "手填", reason: "",
                    by: GovernanceStage.lead.person, at: now, in: $0)
            }
        }
        #expect(try await stage.differences() == [])
    }

    @Test func `a city of which too little is said has no result, and its indicator no value`() async throws {
        let stage = try await Self.stage()
        _ = try await Self.take(Self.lines("330602", 30) + Self.lines("330603", 29), on: stage)
        try await Self.work(stage) { desk, now, access in
            try desk.close(2026, by: GovernanceStage.office, at: now, in: access)
        }
        let closed = try #require(try await stage.database.read { try SurveyStore.results($0)[2026] })
        #expect(closed.result.city?.mean_hundredths == nil && closed.result.city?.coverage_percent == 33)
        let values = try await stage.database.read {
            try IndicatorStore.values(of: IndicatorCode(checked: "SATISFACTION"), in: $0)
        }
        #expect(values.isEmpty)
        #expect(try await stage.differences() == [])
        _ = try await stage.database.write {
            try $0.execute("UPDATE governance_survey_result SET closed_at_ms = closed_at_ms - 1")
        }
        #expect(try await stage.differences() == ["the result of 2026 is not what its answers come to"])
    }

    @Test func `each wrong line is refused with field, rule and remedy, and nothing is taken but the good ones`()
        async throws
    {
        let stage = try await Self.stage()
        let lines = [
            "A1,330602,5,5,4,3,5", "A1,330602,5,5,4,3,5", "13812345678,330602,5,5,4,3,5",
            "330602199001011234,330602,5,5,4,3,5", "甲,330602,5,5,4,3,5", "A2,330604,5,5,4,3,5", "A3,柯桥区,5,,4,6,5",
            "A4,柯桥区,,,,,", "A5,柯桥区,5,5", "A6,柯桥区,5,,4,,5", "\"A7,柯桥区,5,5,4,3,5",
        ]
        let rules = [
            "GOV-SURVEY-TWICE", "GOV-SURVEY-PERSONAL", "GOV-SURVEY-PERSONAL", "GOV-SURVEY-RESPONDENT",
            "GOV-SURVEY-REGION", "GOV-SURVEY-ANSWER", "GOV-SURVEY-ANSWER", "GOV-SURVEY-FIELDS", "GOV-SURVEY-QUOTES",
        ]
        let whole = try await Self.take(lines, on: stage)
        #expect(!whole.isImported && whole.taken == 2)
        #expect(whole.refused.map(\.problem.rule) == rules)
        #expect(whole.refused.map(\.line) == [3, 4, 5, 6, 7, 8, 9, 10, 12])
        #expect(whole.refused.map(\.problem.field).prefix(6).compactMap(\.self).count == 6)
        #expect(try await Self.take(lines, on: stage, way: .check).isImported == false)
        #expect(try await Self.take(lines, on: stage, way: .good).isImported)
        let again = try await Self.take(["A1,330602,5,5,4,3,5"], on: stage)
        #expect(again.refused.map(\.problem.rule) == ["GOV-SURVEY-TWICE"])
        #expect(try await stage.database.read { try SurveyStore.answerCounts($0) } == [2026: 2])
        #expect(try await stage.differences() == [])
    }

    @Test(
        arguments: [
            ("姓名,respondent,region,gain,satisfaction,awareness,participation,confidence", "GOV-SURVEY-PERSONAL"),
            ("respondent,region,Mobile,gain,satisfaction,awareness,participation,confidence", "GOV-SURVEY-PERSONAL"),
            ("respondent,region,gain", "GOV-SURVEY-HEADING"), ("", "GOV-SURVEY-HEADING"),
            ("区县,受访者编号,信心度,获得感,满意度,认知度,参与度", nil),
        ] as [(String, String?)])
    func `a heading is in English or Chinese, in any order, and says nothing of who people are`(
        heading: String, rule: String?
    ) async throws {
        let stage = try await Self.stage()
        let report = try await Self.take(["330602,A1,5,4,3,2,1"], on: stage, heading: heading)
        #expect(report.refused.map(\.problem.rule) == [rule].compactMap(\.self))
        let answers = try await stage.database.read { try SurveyStore.answers(of: 2026, in: $0) }
        #expect(answers.map(\.answers) == (rule == nil ? [[4, 3, 2, 1, 5]] : []))
    }

    @Test func `a refused line names the heading of its own file`() async throws {
        let stage = try await Self.stage()
        let report = try await Self.take(
            ["330602,A1,9,4,3,2,1"], on: stage, heading: "区县,受访者编号,信心度,获得感,满意度,认知度,参与度", way: .check)
        #expect(report.refused.map(\.problem.field) == ["信心度"])
    }

    @Test(
        arguments: [
            (said(year: "26"), "GOV-SURVEY-YEAR"), (said(), "GOV-SURVEY-YEAR"),
            (said(from: "2026-11-21"), "GOV-SURVEY-DAYS"), (said(until: "2027-01-01"), "GOV-SURVEY-DAYS"),
            (said(strata: "330602,10,11"), "GOV-SURVEY-STRATA"), (said(strata: ""), "GOV-SURVEY-STRATA"),
            (said(strata: "330602,10,1\n330602,10,1"), "GOV-SURVEY-STRATA"),
            (said(strata: "330699,10,1"), "GOV-SURVEY-STRATA"),
        ])
    func `a round that cannot be is refused`(said: SaidSurvey, rule: String) async throws {
        let stage = try await Self.stage()
        let refusal = await #expect(throws: SurveyRefusal.self) {
            try await Self.work(stage) { desk, now, access in
                try desk.open(said, by: GovernanceStage.office, at: now, in: access)
            }
        }
        #expect(refusal?.problem.rule == rule)
    }

    @Test func `no more answer than there are people, whichever table they come in`() async throws {
        let stage = try await GovernanceStage()
        try stage.clock.stand(on: "2026-09-10")
        try await Self.work(stage) { desk, now, access in
            try desk.open(
                Self.said(strata: "330602,2,2"), by: GovernanceStage.office, at: now, in: access)
        }
        #expect(try await Self.take(Self.lines("330602", 2), on: stage).isImported)
        let third = try await Self.take(["A3,330602,5,5,5,5,5"], on: stage)
        #expect(third.refused.map(\.problem.rule) == ["GOV-SURVEY-PEOPLE"])
    }

    @Test func `an answer that was changed or taken away is found`() async throws {
        let stage = try await Self.stage()
        _ = try await Self.take(Self.lines("330602", 31), on: stage)
        try await stage.database.write { access in
            _ = try access.execute(
                "UPDATE governance_survey_batch SET content = ?1", [.blob(Array("A1,330602,5,5,5,5,5\n".utf8))])
        }
        #expect(try await stage.differences() == ["answers 1 of 2026 are not those that were journalled"])
    }
}
