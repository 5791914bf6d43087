import Foundation
import HJ212
import Kernel
import Standards
import TestMaterial
import Testing

@testable import Monitoring

struct FactorPagesTests {
    private let outlet = OutletSummary(
        outlet: OutletID(checked: "O1"), title: "DA001 示例排放口", enterprise: EnterpriseID(checked: "E1"),
        enterpriseName: "示例热电有限公司", region: RegionCode(checked: "330602"),
        regionName: Phrase("越城区", "Yuecheng District"), device: DeviceNumber(checked: "M1"))

    private static let frames: [Frame] = [
        try? WireFrame.hour(
            "20261123000000",
            "a21026-Avg=30,a21026-Flag=N;A21002-Avg=40;SO2-Avg=12;O3-Avg=35;VOC-Avg=1;a34004-Avg=NF;a34013-Avg=-999")
    ].compactMap { $0 }

    private func history() throws -> [FactorMappingStore.Recorded] {
        let readings: [(String, MappedReading)] = [
            ("SO2", .factor(.sulphurDioxide, unit: MeasurementUnit("ppm"), multiplier: "2")), ("VOC", .setAside),
            ("a34013", .byTable),
        ]
        return readings.enumerated().map { index, line in
            FactorMappingStore.Recorded(
                mapping: FactorMapping(
                    number: Int64(index + 1), device: outlet.device, sentCode: PollutantCode(checked: line.0),
                    reading: line.1, validFrom: HourPattern.start.civil.date,
                    validTo: index == 1 ? HourPattern.start.civil.date : nil),
                at: HourPattern.hour(5), by: "person:P-ADMIN", reason: "示例说明书第 3 页")
        }
    }

    private func codes() throws -> [SentCode] {
        let history = try history()
        let raw = [
            RawCodeStore.RawCode(
                device: outlet.device, code: PollutantCode(checked: "831"), reason: .unknownCode,
                firstSeen: HourPattern.hour(0), lastSeen: HourPattern.hour(3), hours: 4, lastText: "7",
                outlet: outlet.outlet)
        ]
        return SentCode.list(
            in: Self.frames,
            interpretation: FactorInterpretation(
                try MonitoringStage.factorTable(), mappings: history.map(\.mapping)), raw: raw, history: history)
    }

    private func draft(_ target: String, unit: String, code: String = "O3") throws -> FactorDraft {
        FactorDraft(
            FactorDraft.Typed(code: code, reading: "factor", target: target, unit: unit, multiplier: "1"),
            table: try MonitoringStage.factorTable(), frames: Self.frames, mappings: [], device: outlet.device)
    }

    @Test func `codes that wait come first, each with its reading and its reason`() throws {
        let lines = try codes().map { code -> String in
            let view = code.view(.english)
            let words = ["code", "newest", "readAs", "conversion", "value", "why", "by"].map { "\(view[$0] ?? "")" }
            return words.joined(separator: " | ")
        }
        #expect(
            lines == [
                "O3 | 35  Avg | kept raw | – | – | in no table of the standard | –",
                "a34004 | NF  Avg | kept raw | – | – | unit not settled | –",
                "831 | – | kept raw | – | – | in no table of the standard | –",
                "a21026 | 30  Avg | a21026 Sulfur dioxide | mg/m³ | 30 mg/m³ | code of the standard | –",
                "A21002 | 40  Avg | a21002 Nitrogen oxides (NOx) | mg/m³ | 40 mg/m³ | "
                    + "code of the standard, spelt otherwise | –",
                "SO2 | 12  Avg | a21026 Sulfur dioxide | ppm → mg/m³ × ≈ 5.7142857143 | 68.5714285714 mg/m³ | "
                    + "mapping no. 1 | P-ADMIN",
                "VOC | 1  Avg | kept raw | – | – | set aside, not read | P-ADMIN",
                "a34013 | -999  Avg | a34013 Smoke dust / particulate matter | mg/m³ | – | "
                    + "code of the standard | –",
            ])
    }

    @Test func `the page of codes and units has all its words, with and without codes, drafts and history`() throws {
        var walk = try TemplateWalk(DeviceFactorsPage.template)
        let drafts: [FactorDraft?] = [
            nil, try draft("a05024", unit: "ug/m3"), try draft("a05024", unit: "m3/h"),
            try draft("a05024", unit: "ug/m3", code: "NO2"),
        ]
        for language in Language.allCases {
            for (index, draft) in drafts.enumerated() {
                let page = DeviceFactorsPage(
                    outlet: outlet, codes: try codes(), history: try history(), hoursLeft: index, draft: draft,
                    viewer: .administrator, now: HourPattern.hour(48), refused: nil)
                try walk.walk(page.view(language))
            }
            let empty = DeviceFactorsPage(
                outlet: outlet, codes: [], history: [], hoursLeft: 0, draft: nil, viewer: .branchOfficer,
                now: HourPattern.hour(48), refused: nil)
            try walk.walk(empty.view(language))
        }
        // Without a draft nothing stands in these fields yet.
        let unfilled = Set(["code", "target"].map { "Monitoring/DeviceFactorsPage: \($0) is empty" })
        #expect(walk.problems == unfilled)
        #expect(walk.unvisited == [])
    }

    @Test(arguments: [
        ("a05024", "ug/m3", "O3", "a05024 = 35 µg/m³"), ("a05024", "m3/h", "O3", "unitRefused"),
        ("a05024", "", "O3", "unitMissing"), ("O3", "ug/m3", "O3", "unknownTarget"),
        ("e70101", "A", "O3", "severalMeanings"), ("a21026", "ppm", "VOC", "a21026 = 2.8571428571 mg/m³"),
        ("a21026", "ppm", "臭氧", "unknownSentCode"), ("a21026", "mg/m3", "NO2", "none"),
    ])
    func `a draft shows what the last values would become, or what to mend`(
        target: String, unit: String, code: String, expected: String
    ) throws {
        let draft = try draft(target, unit: unit, code: code)
        #expect(
            draft.refusal.map { "\($0)".prefix { $0.isLetter } }.map(String.init) ?? draft.samples?.first?.content.then
                ?? "none" == expected)
    }

    @Test func `the catalogue and the list of waiting codes have all their words`() throws {
        let table = try MonitoringStage.factorTable()
        var walk = try TemplateWalk(FactorCataloguePage.template)
        var list = try TemplateWalk(UnmappedCodesPage.template)
        let raw = RawCodeStore.RawCode(
            device: outlet.device, code: PollutantCode(checked: "O3"), reason: .unknownCode,
            firstSeen: HourPattern.hour(0), lastSeen: HourPattern.hour(1), hours: 2, lastText: "35",
            outlet: outlet.outlet)
        let count = RawCodeStore.CodeCount(
            code: raw.code, reason: .unitNotSettled, devices: 1, hours: 2, lastSeen: raw.lastSeen, lastText: "35")
        for language in Language.allCases {
            let page = FactorCataloguePage(
                entries: table.entries, formerCodes: ["a21026": ["02"]], query: "a", medium: .air,
                total: table.entries.count, next: "/factors?after=100", maySeeWaiting: language == .chinese)
            try walk.walk(page.view(language))
            let lists = [
                UnmappedCodesPage(counts: [count], code: nil, devices: [], next: "/factors/unmapped?after=O3"),
                UnmappedCodesPage(counts: [], code: raw.code, devices: [(raw, outlet), (raw, nil)], next: nil),
                UnmappedCodesPage(counts: [], code: nil, devices: [], next: nil),
            ]
            for page in lists { try list.walk(page.view(language)) }
        }
        #expect(walk.problems == [] && list.problems == [])
        #expect(walk.unvisited == [] && list.unvisited == [])
    }

    @Test(arguments: RawReason.allCases) func `every reason has words`(reason: RawReason) {
        #expect(!reason.phrase.zh.isEmpty && !reason.phrase.en.isEmpty)
    }
}
