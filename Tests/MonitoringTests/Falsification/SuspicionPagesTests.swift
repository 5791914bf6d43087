import Facts
import Kernel
import TestMaterial
import Testing
import Web

@testable import Monitoring

struct SuspicionPagesTests {
    private static let outlet = OutletSummary(
        outlet: OutletID(checked: "O1"), title: "DA001 示例排放口", enterprise: EnterpriseID(checked: "E1"),
        enterpriseName: "示例热电有限公司", region: RegionCode(checked: "330602"),
        regionName: Phrase("越城区", "Yuecheng District"), device: DeviceNumber(checked: "M1"))

    private static func suspicion(_ sign: SignKind, ended: Instant? = nil) -> Suspicion {
        Suspicion(
            id: SuspicionID(checked: "SG1"), sign: sign, outlet: outlet.outlet,
            pollutant: sign == .clockDrift ? nil : .sulphurDioxide, firstHour: HourPattern.hour(0),
            lastHour: HourPattern.hour(30), foundAt: HourPattern.hour(60), endedAt: ended,
            decision: DecisionID(checked: "D1"), enterprise: outlet.enterprise, region: outlet.region)
    }

    @Test func `the list has all its words, empty and full`() throws {
        var walk = try TemplateWalk(SuspicionListPage.template)
        let lines = SignKind.allCases.map {
            SuspicionListPage.Line(suspicion: Self.suspicion($0), figures: [:], outlet: Self.outlet)
        }
        for language in Language.allCases {
            for (lines, next) in [(lines, "/suspicions?behind=1"), ([], nil)] {
                let page = SuspicionListPage(
                    lines: lines,
                    counts: lines.isEmpty ? [] : [(.flatLine, Self.outlet.region, 2)],
                    regionName: { _ in Self.outlet.regionName },
                    filter: SuspicionFilter(sign: .flatLine, region: Self.outlet.region, outlet: Self.outlet.outlet),
                    next: next)
                try walk.walk(page.view(language))
            }
        }
        #expect(walk.problems.filter { !$0.contains("outlet") } == [])
        #expect(walk.unvisited == [])
    }

    @Test func `one suspicion has all its words, with a curve and without`() throws {
        var walk = try TemplateWalk(SuspicionPage.template)
        let curve = HourCurve(
            start: HourPattern.hour(0), values: (0..<48).map { DecimalNumber($0) }, marks: (0..<48).map { _ in "N" })
        let flat = SignInput(curve, figures: try SignFigures.shipped().flatLine)
        let drift = DriftingClock.Input(
            outlet: Self.outlet.outlet,
            receipts: [.init(hour: HourPattern.hour(1), drift: 400_000, frame: Digest256(of: "1"))],
            figures: try SignFigures.shipped().clockDrift)
        let pages = [
            (Self.suspicion(.flatLine), try CanonicalJSON.bytes(of: flat)),
            (Self.suspicion(.clockDrift, ended: HourPattern.hour(90)), try CanonicalJSON.bytes(of: drift)),
        ]
        for (suspicion, input) in pages {
            let page = SuspicionPage(
                suspicion: suspicion, outlet: Self.outlet, figures: [:], steps: [Phrase("步骤", "step")],
                evidence: try SuspicionEvidence(of: suspicion.sign, input: input),
                frames: [HourPattern.hour(1): Digest256(of: "f")], decidedAt: HourPattern.hour(60),
                replays: suspicion.sign == .flatLine)
            for language in Language.allCases { try walk.walk(page.view(language)) }
            #expect((SuspicionChart(page, language: .chinese) != nil) == (suspicion.sign == .flatLine))
        }
        #expect(walk.problems == [])
        #expect(walk.unvisited == [])
    }

    @Test(arguments: ["", "7", "x-SG1", "7-", "7- "])
    func `a place that no list gave is no place`(text: String) {
        #expect(SuspicionFilter.Place(text) == nil)
    }
}
