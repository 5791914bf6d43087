import Facts
import Foundation
import HJ212
import Kernel
import Persistence
import Standards
import TestMaterial
import Testing
import Web

@testable import Monitoring

struct MonitoringPagesTests {
    private let outlet = OutletSummary(
        outlet: OutletID(checked: "O1"), title: "DA001 示例排放口", enterprise: EnterpriseID(checked: "E1"),
        enterpriseName: "示例热电有限公司", region: RegionCode(checked: "330602"),
        regionName: Phrase("越城区", "Yuecheng District"), device: DeviceNumber(checked: "M1"))

    private func outletPage(_ pattern: String, limits: [DatedLimit], episodes: [Episode]) -> OutletPage {
        let now = HourPattern.hour(48)
        return OutletPage(
            outlet: outlet, pollutant: Pollutant(.sulphurDioxide), factors: [Pollutant(.sulphurDioxide)],
            hours: HourPattern.readings(pattern).map { reading in
                OutletHour(
                    reading: reading, limit: limits.inForce(on: reading.hour.civil.date),
                    judged: JudgedHour(reading, limits: limits, parameters: HourPattern.parameters, now: now),
                    versions: 1,
                    marked: .unused(.markedInvalid, Phrase("企业标记", "marked")))
            }, episodes: episodes, limits: limits, parameters: HourPattern.parameters, codes: [],
            names: { Pollutant($0) }, now: now)
    }

    private func episode(lastHour: Int, ended: Bool, isWithdrawn: Bool) -> Episode {
        Episode(
            id: EpisodeID(checked: "EX1"), outlet: outlet.outlet, pollutant: .sulphurDioxide,
            enterprise: outlet.enterprise, region: outlet.region,
            extent: ExceedanceExtent(
                firstHour: HourPattern.hour(0), lastHour: HourPattern.hour(lastHour), hours: 1, peak: "50",
                limit: "35", multiple: "0.43", level: .blue, ended: ended),
            isWithdrawn: isWithdrawn, decision: DecisionID(checked: "D1"))
    }

    @Test func `the outlet page has all its words, with and without hours, limits and episodes`() throws {
        var walk = try TemplateWalk(OutletPage.template)
        let episodes = [episode(lastHour: 1, ended: false, isWithdrawn: false)]
        for language in Language.allCases {
            try walk.walk(outletPage("xcmn-", limits: HourPattern.limits, episodes: episodes).view(language))
            try walk.walk(outletPage("x", limits: [], episodes: []).view(language))
            var lapsed = outletPage("", limits: [], episodes: [])
            lapsed.lapsed = [(Pollutant(.sulphurDioxide), CivilDate(dayNumber: 20_000))]
            try walk.walk(lapsed.view(language))
            try walk.walk(furnacePage().view(language))
        }
        #expect(walk.problems == [])
        #expect(walk.unvisited == [])
    }

    private func furnacePage() -> OutletPage {
        let day = HourPattern.hour(0).civil.date
        let sent = (0..<8).map { window in
            MinuteValue(
                start: HourPattern.hour(0).adding(minutes: Int64(window * 5)), average: window == 2 ? "803.2" : "840",
                converted: nil, mark: "N", frame: Digest256(of: "\(window)"))
        }
        let limit = DatedLimit(
            limit: "850", validFrom: day, validTo: nil, source: "示例", demand: .atLeast, unit: "degC", averaging: .day)
        let episode = Episode(
            id: EpisodeID(checked: "EX1"), outlet: outlet.outlet, pollutant: .furnaceTemperature,
            enterprise: outlet.enterprise, region: outlet.region,
            extent: ExceedanceExtent(
                firstHour: HourPattern.hour(0), lastHour: HourPattern.hour(0), hours: 1, peak: "840", limit: "850",
                multiple: "0", level: .blue, ended: true, averaging: .day),
            isWithdrawn: false, decision: DecisionID(checked: "D1"))
        return OutletPage(
            outlet: outlet, pollutant: Pollutant(.furnaceTemperature), factors: [Pollutant(.furnaceTemperature)],
            hours: [], episodes: [episode], limits: [limit], parameters: HourPattern.parameters, codes: [],
            names: { Pollutant($0) }, now: HourPattern.hour(48),
            furnaceDays: [FurnaceDay(day, uploaded: sent, minutes: [], exempt: [])],
            lowest: [episode.id: "803.2"])
    }

    @Test func `a furnace's page speaks of five-minute means, and draws them beside the lowest temperature`() throws {
        let page = furnacePage()
        let view = page.view(.english)
        #expect(view["limit"] as? String == "≥ 850 ℃, five-minute means, counted by day")
        let rows = try #require(view["episodes"] as? [[String: Any]])
        #expect(rows.first?["peak"] as? String == "lowest 803.2; deciding 840 ℃")
        #expect(rows.first?["mean"] as? String == "five-minute means, counted by day")
        let chart = page.chart(of: Pollutant(.furnaceTemperature), .english)
        #expect(chart.series.map(\.values) == [[840, 840, 803.2, 840, 840, 840, 840, 840]])
        #expect(chart.limits.map(\.value) == [850] && chart.floor == 750 && chart.times.count == 8)
    }

    @Test func `the list of hours has all its words, and takes each hour away with its limit`() throws {
        var walk = try TemplateWalk(HourListPage.template)
        let hours = outletPage("xcmn-", limits: HourPattern.limits, episodes: []).hours
        let day = HourPattern.hour(0).civil.date
        let full = HourListPage(
            outlet: outlet, pollutant: Pollutant(.sulphurDioxide), factors: [Pollutant(.sulphurDioxide)], from: day,
            to: day, hours: hours, next: "/outlets/O1/hours?before=20261101000000")
        let empty = HourListPage(
            outlet: outlet, pollutant: nil, factors: [], from: day, to: day, hours: [], next: nil)
        for language in Language.allCases {
            try walk.walk(full.view(language))
            try walk.walk(empty.view(language))
            let table = try #require(full.tables(language).first)
            #expect(table.rows.count == hours.count && table.rows.allSatisfy { $0.count == table.headings.count })
        }
        #expect(walk.problems == [] && walk.unvisited == [])
    }

    @Test(arguments: [
        (47, false, false, "going on"), (47, true, false, "ended"), (44, false, false, "ended"),
        (45, false, false, "going on"), (47, true, true, "withdrawn"),
    ])
    func `an episode that fell silent is shown as ended though no frame has said so`(
        lastHour: Int, ended: Bool, isWithdrawn: Bool, expected: String
    ) throws {
        let page = outletPage(
            "", limits: [], episodes: [episode(lastHour: lastHour, ended: ended, isWithdrawn: isWithdrawn)])
        let rows = try #require(page.view(.english)["episodes"] as? [[String: Any]])
        #expect(rows.first?["standing"] as? String == expected)
    }

    @Test func `the decision page has all its words, and says when a decision does not replay`() throws {
        var walk = try TemplateWalk(DecisionPage.template)
        let input = StackHourExceedance.Input(
            outlet: outlet.outlet, pollutant: .sulphurDioxide, readings: HourPattern.readings("xcmn"),
            limits: [HourPattern.limit("35", to: 20_780), HourPattern.limit("35", from: 20_781)],
            parameters: HourPattern.parameters, now: HourPattern.hour(48))
        let ruling = StackHourExceedance.decide(input)
        #expect(ruling.steps.count == 5)
        let decision = Decision(
            id: DecisionID(checked: "D1"), ruleCode: "MON-01", ruleVersion: 1, reference: "EX1",
            decidedAt: HourPattern.hour(48), input: [], outcome: [], stepsJSON: [])
        for (language, replays) in [(Language.chinese, true), (.english, false)] {
            let page = DecisionPage(
                decision: decision, rule: StackHourExceedance.descriptor, input: input,
                factor: Pollutant(.sulphurDioxide), steps: ruling.steps,
                replays: replays, timeline: try MonitoringStage.timeline(),
                standards: try MonitoringStage.standards().limits)
            try walk.walk(page.view(language))
        }
        #expect(walk.problems == [])
        #expect(walk.unvisited == [])
    }

    /// A power plant's limit stands in DB33/2147; the rule also serves incinerators and boilers, whose standards do not
    /// apply to it.
    @Test func `the decision page tells the days of the standard that the limit stands in, and of no other`() throws {
        let input = StackHourExceedance.Input(
            outlet: outlet.outlet, pollutant: .sulphurDioxide, readings: HourPattern.readings("x"),
            limits: [
                DatedLimit(
                    limit: "35", validFrom: CivilDate(dayNumber: 20_000), validTo: nil, source: "DB33/2147-2018 表1",
                    sourceKind: .standard, certainty: .fromMemory)
            ], parameters: HourPattern.parameters, now: HourPattern.hour(48))
        let page = DecisionPage(
            decision: Decision(
                id: DecisionID(checked: "D1"), ruleCode: "MON-01", ruleVersion: 1, reference: "EX1",
                decidedAt: HourPattern.hour(48), input: [], outcome: [], stepsJSON: []),
            rule: StackMeanExceedance.descriptor, input: input, factor: Pollutant(.sulphurDioxide), steps: [],
            replays: true, timeline: try MonitoringStage.timeline(), standards: try MonitoringStage.standards().limits)
        let law = try #require(page.view(.chinese)["law"] as? [String])
        #expect(law.contains { $0.hasPrefix("DB33/2147-2018：自 2018-11-01 起施行") && $0.contains("凭记忆") })
        #expect(!law.contains { $0.contains("GB 18485") || $0.contains("GB 13271") })
        let limits = try #require(page.view(.english)["limits"] as? [[String: Any]])
        #expect(limits.first?["source"] as? String == "discharge standard: DB33/2147-2018 表1; \(doubt)")
    }

    private let doubt = "from memory, not checked against the text"

    /// The page reads a day's decision as it reads an hour's.
    @Test(
        arguments: [
            (WaterDayExceedance.descriptor, "本规则凭记忆写成", "This rule is written from memory"),
            (StackMeanExceedance.descriptor, "本规则凭记忆写成", "This rule is written from memory"),
            (FlatLine.descriptor, "本规则为设计值", "This rule is a design value"),
            (IncineratorDayExceedance.descriptor, nil, nil),
        ] as [(RuleDescriptor, String?, String?)])
    func `the decision page says in a sentence when its rule is not checked against a text`(
        rule: RuleDescriptor, chinese: String?, english: String?
    ) throws {
        let water = WaterDayExceedance.Input(
            outlet: outlet.outlet, pollutant: PollutantCode(checked: "w01018"),
            readings: HourPattern.readings("x"), limits: HourPattern.limits, parameters: HourPattern.parameters,
            now: HourPattern.hour(48),
            adoptions: [
                RuleAdoption(
                    rule: "MON-02", validFrom: CivilDate(dayNumber: 20_000), validTo: nil, source: "示例文件")
            ])
        let bytes = try CanonicalJSON.bytes(of: water)
        let page = DecisionPage(
            decision: Decision(
                id: DecisionID(checked: "D1"), ruleCode: rule.code, ruleVersion: rule.version, reference: "EX1",
                decidedAt: HourPattern.hour(48), input: bytes, outcome: [], stepsJSON: []),
            rule: rule, input: try CanonicalJSON.value(StackHourExceedance.Input.self, from: bytes),
            factor: Pollutant(.sulphurDioxide), steps: WaterDayExceedance.decide(water).steps, replays: true,
            timeline: try MonitoringStage.timeline(),
            standards: try MonitoringStage.standards().limits)
        for (language, beginning) in [(Language.chinese, chinese), (.english, english)] {
            let cautions = try #require(page.view(language)["cautions"] as? [String])
            #expect(cautions.count == (beginning == nil ? 0 : 1))
            #expect(cautions.allSatisfy { $0.hasPrefix(beginning ?? "") })
        }
    }

    /// 废水 in GBK, beside the marks that a log text has.
    @Test func `a log text in GBK is shown as it was meant, and the frame keeps its bytes`() throws {
        let text: [UInt8] = [0xB7, 0xCF, 0xCB, 0xAE]
        let segment =
            Array("MN=M1;CN=3020;PW=123456;CP=&&DataTime=20261123000000;i11001-Info=//".utf8) + text
            + Array("//&&".utf8)
        let check = String(CRC16.hj212(segment), radix: 16, uppercase: true)
        let zeros = String(repeating: "0", count: 4 - check.count)
        let bytes = Array("##\(segment.count.padded(4))".utf8) + segment + Array("\(zeros)\(check)".utf8)
        let frame = try #require(Frame(bytes))
        let page = FramePage(
            outlet: outlet, digest: Digest256(of: frame.bytes), frame: frame, receivedAt: HourPattern.hour(1),
            deviceDialect: .unknown)
        #expect(page.content.items.last?.value == "//废水//")
        #expect(page.content.text.contains("i11001-Info=//废水//") && page.content.text.contains("PW=******"))
        #expect(page.content.deviations.contains("gbk-text"))
        #expect(frame.bytes == bytes && frame.items.last?.value.contains("废") == false)
        #expect(GBKDecoding.text(of: [0xFF, 0xFF]) == nil)
        var walk = try TemplateWalk(FramePage.template)
        for language in Language.allCases { try walk.walk(page.view(language)) }
        #expect(walk.problems == [])
    }

    @Test(arguments: ["PW=123456", "PW= 123456 ", "PW =123456"])
    func `the frame page covers the password however it is written, and nothing else`(field: String) throws {
        var walk = try TemplateWalk(FramePage.template)
        let frame = try WireFrame.frame(
            ofSegment: "MN=M1;CN=2061;\(field);CP=&&DataTime=20261123000000;a21026-Avg=123456&&")
        let page = FramePage(
            outlet: outlet, digest: Digest256(of: frame.bytes), frame: frame, receivedAt: HourPattern.hour(1),
            deviceDialect: .hj2017)
        for language in Language.allCases { try walk.walk(page.view(language)) }
        #expect(walk.problems == [])
        #expect(walk.unvisited.filter { !$0.hasPrefix("t.gbk") } == [])
        #expect(page.content.text.contains("=******;CP"))
        #expect(page.content.text.contains("a21026-Avg=123456"))
        #expect(page.content.text.components(separatedBy: "123456").count == 2)
    }
}
