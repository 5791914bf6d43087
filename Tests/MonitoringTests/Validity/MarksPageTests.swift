import Facts
import Kernel
import Standards
import TestMaterial
import Testing

@testable import Monitoring

struct MarksPageTests {
    private func page(mayMark: Bool, marks: [MarkStore.Recorded], receipt: Bool) throws -> MarksPage {
        let rules = try MonitoringStage.validity()
        return MarksPage(
            outlet: OutletSummary(
                outlet: MonitoringStage.outlet, title: "DA001 示例排放口", enterprise: EnterpriseID(checked: "E1"),
                enterpriseName: "示例热电有限公司", region: RegionCode(checked: "330602"),
                regionName: Phrase("越城区", "Yuecheng District"), device: DeviceNumber(checked: "M1")),
            marks: marks, firsts: Dictionary(uniqueKeysWithValues: marks.map { ($0.mark.number, $0) }),
            closings: marks.isEmpty
                ? []
                : [
                    MarkStore.Closed(
                        outlet: MonitoringStage.outlet,
                        closing: MarkClosing(from: HourPattern.hour(0), until: HourPattern.hour(3)),
                        at: HourPattern.hour(4), by: "person:P1", name: "示例负责人")
                ],
            factors: [.sulphurDioxide], names: { Pollutant($0) }, windows: rules.windows, known: rules.windows,
            hourMax: rules.markHourMax,
            use: mayMark
                ? ExemptionUse(
                    [
                        .init(hour: HourPattern.hour(1), condition: .warming),
                        .init(hour: HourPattern.hour(2), condition: .fault),
                    ],
                    figures: rules.figures.exemptions) : nil,
            mayMark: mayMark, receipt: receipt ? marks.first : nil,
            next: marks.isEmpty ? nil : "/outlets/O1/marks?before=1", now: HourPattern.hour(9), refused: nil)
    }

    private func recorded(_ number: Int64, first: Int64?, demand: MarkDemand?) -> MarkStore.Recorded {
        MarkStore.Recorded(
            mark: EnterpriseMark(
                number: number, pollutant: number == 1 ? nil : .sulphurDioxide, firstHour: HourPattern.hour(1),
                lastHour: HourPattern.hour(2), meaning: .starting, window: "coal-boiler/start/hot", first: first,
                demand: demand),
            outlet: MonitoringStage.outlet, reason: "示例", at: HourPattern.hour(3), by: "person:P\(number)",
            name: "示例人员 \(number)")
    }

    @Test func `the page of marks has all its words, and shows who marked first`() throws {
        let demand = MarkDemand(caseID: CaseID(checked: "2026-0001"), step: 6)
        let marks = [recorded(1, first: nil, demand: nil), recorded(2, first: 1, demand: demand)]
        var walk = try TemplateWalk(MarksPage.template)
        for language in Language.allCases {
            try walk.walk(page(mayMark: true, marks: marks, receipt: true).view(language))
            try walk.walk(page(mayMark: false, marks: [], receipt: false).view(language))
        }
        #expect(walk.problems == [])
        #expect(walk.unvisited == [])
        let shown = try page(mayMark: false, marks: marks, receipt: false).view(.english)
        let rows = try #require(shown["marks"] as? [[String: Any]])
        let first = try #require(rows.last?["first"] as? String)
        #expect(shown["isIncinerator"] as? Bool == false)
        let used = try #require(try page(mayMark: true, marks: [], receipt: false).view(.english)["use"] as? String)
        #expect(used.contains("cooling 1 h") && used.contains("accidents 1 h"))
        #expect(first.contains("no. 1") && first.contains("示例人员 1"))
    }
}
