import Facts
import Kernel
import Standards
import TestMaterial
import Testing
import Web

@testable import Monitoring

struct LimitPagesTests {
    private static let day = HourPattern.start.civil.date

    private func outlet(isStack: Bool) -> OutletSummary {
        OutletSummary(
            outlet: OutletID(checked: "O1"), title: "DA001 示例排放口", enterprise: EnterpriseID(checked: "E1"),
            enterpriseName: "示例热电有限公司", region: RegionCode(checked: "330602"),
            regionName: Phrase("越城区", "Yuecheng District"), device: DeviceNumber(checked: "M1"), isStack: isStack)
    }

    private func page(
        isStack: Bool, industry: String?, limits: [LimitStore.Recorded] = [], hoursLeft: Int = 0, mayRecord: Bool = true
    ) throws -> LimitsPage {
        LimitsPage(
            outlet: outlet(isStack: isStack), limits: limits,
            search: LimitsPage.Search(industry: industry, discharge: nil, day: Self.day, isStack: isStack),
            standards: try MonitoringStage.standards(), names: { Pollutant($0) }, hoursLeft: hoursLeft,
            mayRecord: mayRecord, prefilled: ["factor": "a21002"], refused: nil)
    }

    private func recorded(_ number: Int64, isVoid: Bool) -> LimitStore.Recorded {
        LimitStore.Recorded(
            number: number, outlet: OutletID(checked: "O1"), pollutant: .sulphurDioxide,
            limit: HourPattern.limit("35"), sourceKind: .permit, table: nil, at: HourPattern.start, by: "person:P1",
            isVoid: isVoid)
    }

    /// As an earlier program adopted it: without the season that it holds in.
    private func adopted(_ other: OtherLimit?) -> LimitStore.Recorded {
        LimitStore.Recorded(
            number: 3, outlet: OutletID(checked: "O1"), pollutant: PollutantCode(checked: "w21003"),
            limit: DatedLimit(
                limit: "2", validFrom: Self.day, validTo: nil, source: "示例", unit: "mg/L", averaging: .day,
                other: other, certainty: .fromMemory),
            sourceKind: .standard, table: "DB33/2169-2018 existing", at: HourPattern.start, by: "person:P1",
            isVoid: false)
    }

    @Test func `a limit by season is told with both figures, one without its season is pointed out`() throws {
        let other = OtherLimit(code: "season 11-01..03-31", limit: "4")
        let view = try page(isStack: false, industry: "4620", limits: [adopted(nil), adopted(other)]).view(.chinese)
        let rows = try #require(view["limits"] as? [[String: Any]])
        #expect(rows.map { $0["lacksCondition"] as? Bool } == [true, false])
        #expect(rows[1]["demand"] as? String == "≤ 2 mg/L；11月1日至3月31日 ≤ 4 mg/L")
        #expect(rows[1]["source"] as? String == "示例；凭记忆，未核对原文")
        let offered = try #require(view["defaults"] as? [[String: Any]]).filter {
            ($0["item"] as? String)?.hasPrefix("氨氮") == true
        }
        #expect(
            offered.map { $0["condition"] as? String } == ["4月1日至10月31日；一并采用 ≤ 4", "11月1日至3月31日；一并采用 ≤ 2"])
        #expect((offered.first?["adopt"] as? String)?.contains("other_value=4") == true)
    }

    @Test func `the page of limits has all its words, with and without limits, defaults and forms`() throws {
        var walk = try TemplateWalk(LimitsPage.template)
        for language in Language.allCases {
            try walk.walk(
                page(
                    isStack: false, industry: "1713",
                    limits: [recorded(1, isVoid: false), recorded(2, isVoid: true), adopted(nil)],
                    hoursLeft: 9
                ).view(language))
            try walk.walk(page(isStack: true, industry: nil, mayRecord: false).view(language))
            try walk.walk(page(isStack: true, industry: "1713").view(language))
        }
        #expect(walk.problems == [])
        #expect(walk.unvisited.filter { $0.hasPrefix("t.") } == [])
    }

    /// What is offered can be recorded as it stands in the address that "adopt" leads to.
    @Test(arguments: [("1713", false), ("4411", true), ("4417", true), ("336", false), ("4620", false)])
    func `each default that is offered is in force, says that it is one, and can be adopted`(
        industry: String, isStack: Bool
    ) throws {
        let page = try page(isStack: isStack, industry: industry)
        let view = page.view(.english)
        #expect((view["notice"] as? String)?.contains("default") == true)
        let rows = try #require(view["defaults"] as? [[String: Any]])
        #expect(!rows.isEmpty)
        for row in rows {
            let address = try #require(row["adopt"] as? String)
            #expect(address.hasPrefix("/outlets/O1/limits?factor=") && address.hasSuffix("#record"))
            #expect(address.contains(isStack ? "factor=a" : "factor=w"), "\(address)")
        }
    }

    @Test func `the page of adoptions has all its words`() throws {
        var walk = try TemplateWalk(AdoptionsPage.template)
        let adoption = AdoptionStore.Recorded(
            number: 1, adoption: RuleAdoption(rule: "MON-02", validFrom: Self.day, validTo: nil, source: "示例文件"),
            at: HourPattern.start, by: "person:P1",
            ends: [
                AdoptionStore.End(lastDay: Self.day, source: "示例终止文件", at: HourPattern.start, by: "person:P1")
            ])
        for language in Language.allCases {
            try walk.walk(AdoptionsPage(adoptions: [adoption], mayRecord: true, refused: nil).view(language))
            try walk.walk(AdoptionsPage(adoptions: [], mayRecord: false, refused: nil).view(language))
        }
        #expect(walk.problems == [])
        #expect(walk.unvisited.filter { $0.hasPrefix("t.") } == [])
    }

    @Test func `before something ends it is named, and what follows`() {
        let limit = LimitStore.Recorded(
            number: 7, outlet: OutletID(checked: "O1"), pollutant: .sulphurDioxide,
            limit: DatedLimit(limit: DecimalNumber(35), validFrom: Self.day, validTo: nil, source: "示例许可证"),
            sourceKind: .permit, table: nil, at: nil, by: nil, isVoid: false)
        let name = Phrase("二氧化硫", "sulphur dioxide")
        let (ended, back) = (
            LimitForm.asked(limit, named: name, lastDay: Self.day), LimitForm.asked(limit, named: name, lastDay: nil)
        )
        for word in ["7", "二氧化硫", "a21026", "35", "示例许可证"] { #expect(ended.subject.zh.contains(word)) }
        #expect(ended.consequence.zh.contains(Self.day.adding(days: 1).description))
        #expect(back.consequence != ended.consequence && back.consequence.en.contains("in error"))
        let adoption = AdoptionStore.Recorded(
            number: 3, adoption: RuleAdoption(rule: "MON-02", validFrom: Self.day, validTo: nil, source: "示例文件"),
            at: HourPattern.start, by: "person:P1", ends: [])
        let asked = AdoptionsPage.asked(adoption, lastDay: Self.day)
        for word in ["3", "MON-02", "示例文件"] { #expect(asked.subject.en.contains(word)) }
        #expect(asked.consequence.en.contains(Self.day.adding(days: 1).description))
    }

    @Test(arguments: [
        LimitRefusal.notFound, .unknownLimit, .unknownFactor, .otherMedium, .waterByDay, .dayOnlyAtIncinerators,
        .noUnit,
        .wrongUnit(wanted: "mg/m³"), .noNumber("value"), .sourceMissing, .unknownTable,
        .dayOutOfRange(field: "valid_from", from: day, to: day), .tableExpired("t", day), .notInTable("t"),
        .overlapping(number: 3), .endedAlready, .conditionMissing, .tooMany(max: 9),
    ])
    func `each refusal says what and what to do`(refusal: LimitRefusal) {
        let problem = refusal.problem
        for language in Language.allCases {
            #expect(!problem.what(language).isEmpty && !problem.remedy(language).isEmpty)
        }
        #expect([404, 409, 422].contains(problem.status))
    }
}
