import Facts
import Kernel
import TestMaterial
import Testing
import Web

@testable import Portal

struct PublicOutletsPageTests {
    private static let now = Instant(startOf: CivilDate(dayNumber: 20_785)).adding(hours: 18)

    private static func outlet(_ means: [PublicOutlet.Mean]) -> PublicOutlet {
        PublicOutlet(
            outlet: OutletID(checked: "O1"), title: "DA001", enterpriseName: "示例热电",
            region: RegionCode(checked: "330603"), regionName: Phrase("柯桥区", "Keqiao"), means: means)
    }

    /// A mean that began so many hours ago.
    private static func mean(
        _ hoursAgo: Int64, _ period: MeanPeriod = .hour, isBeyond: Bool? = false, mark: String? = nil
    ) -> PublicOutlet.Mean {
        PublicOutlet.Mean(
            factor: PollutantCode(checked: "a21026"), name: Phrase("二氧化硫", "sulphur dioxide"), period: period,
            start: now.adding(hours: -hoursAgo), value: DecimalNumber(40), limit: "≤ 35 mg/m³", isBeyond: isBeyond,
            mark: mark, markWords: mark.map { Phrase("故障", $0) })
    }

    @Test(
        arguments: [
            ([Self.mean(2)], []), ([Self.mean(2, isBeyond: true)], [.beyond]),
            ([Self.mean(5, isBeyond: true)], [.silent]),
            ([Self.mean(42, .day, isBeyond: true)], [.beyond]), ([Self.mean(49, .day)], [.silent]),
            ([Self.mean(2, isBeyond: nil, mark: "D"), Self.mean(9)], [.marked, .silent]), ([], [.silent]),
        ] as [([PublicOutlet.Mean], [PublicStanding])])
    func `an outlet is found by how its newest means stand`(means: [PublicOutlet.Mean], standings: [PublicStanding]) {
        let outlet = Self.outlet(means)
        #expect(PublicStanding.allCases.filter { $0.holds(outlet, at: Self.now) } == standings)
    }

    @Test func `the list has all its words; an old value is not told to be within its limit`() throws {
        var walk = try TemplateWalk(PublicOutletsPage.template)
        let full = [Self.outlet([Self.mean(5), Self.mean(2, mark: "D")]), Self.outlet([])]
        for (outlets, next) in [(full, "/public/outlets?after=O1"), ([], nil), ([], "/public/outlets?after=O1")] {
            let page = PublicOutletsPage(
                outlets: outlets, regions: [(RegionCode(checked: "330603"), Phrase("柯桥区", "Keqiao"))],
                region: nil, text: "热电", standing: .silent, next: next, now: Self.now)
            for language in Language.allCases { try walk.walk(page.view(language)) }
            let shown = (page.view(.english)["outlets"] as? [[String: Any]])?.first?["means"] as? [[String: Any]]
            #expect((shown ?? []).map { $0["word"] as? String } == (outlets.isEmpty ? [] : Self.words))
        }
        #expect(walk.problems == [])
        #expect(walk.unvisited == [])
    }

    private static let words = ["nothing newer came", "marked D (D)"]
}
