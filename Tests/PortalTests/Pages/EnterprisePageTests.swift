import Facts
import Kernel
import TestMaterial
import Testing
import Web

@testable import Portal

struct EnterprisePageTests {
    private static let now = Instant(milliseconds: 1_795_000_000_000)
    private static let enterprise = EnterpriseID(checked: "E1")
    private static let region = RegionCode(checked: "330603")
    private static let tile = OutletTile(
        outlet: OutletID(checked: "O1"), title: "DA001", enterprise: enterprise, enterpriseName: "示例热电",
        region: region, regionName: Phrase("柯桥区", "Keqiao"), newestAt: nil, newestValue: nil, limit: nil)
    private static let open = OpenCase(
        id: CaseID(checked: "2026-0001"), outlet: tile.outlet, enterprise: enterprise, level: .blue,
        state: Phrase("待确认", "to be confirmed"), due: nil, isOverdue: false,
        factor: Phrase("二氧化硫", "sulphur dioxide"))

    private static func page(dueInHours due: [Int64], cases: [OpenCase], viewer: Role = .enterpriseManager)
        -> EnterprisePage
    {
        EnterprisePage(
            enterprise: EnterpriseCard(
                id: enterprise, name: "示例热电", creditCode: nil, regionName: Phrase("柯桥区", "Keqiao"),
                industry: Phrase("热电", "heat and power"), address: "示例路 1 号"),
            outlets: [tile], cases: cases,
            duties: due.enumerated().map { number, hours in
                TodoPage.Line(
                    duty: Duty(
                        id: DutyID(checked: "D\(number)"), kind: "k", reference: "2026-0001",
                        role: .enterpriseManager, enterprise: enterprise, region: region, since: now,
                        due: now.adding(hours: hours)),
                    what: Phrase("反馈", "answer"), address: "/cases/2026-0001", enterpriseName: "示例热电", place: nil)
            }, timeline: [], viewer: viewer, now: now)
    }

    @Test(
        arguments: [
            ([], false, "done", "All in order, nothing to do"),
            ([], true, "open", "open cases with the authority: 1; nothing for you to do now"),
            ([5, 3], true, "open", "2 to do, the next by "),
            ([5, -1], true, "late", "1 overdue, and 1 more to do"),
            ([-2], true, "late", "1 overdue, to be done at once"),
        ] as [([Int64], Bool, String, String)])
    func `an enterprise reads how it stands in one line, the worst first`(
        due: [Int64], hasCase: Bool, tag: String, words: String
    ) {
        let standing = Self.page(dueInHours: due, cases: hasCase ? [Self.open] : []).standing
        #expect(standing.tag == tag && standing.words.en.hasPrefix(words))
    }

    @Test func `the file has all its words, and an outlet tells the factor of its case`() throws {
        var walk = try TemplateWalk(EnterprisePage.template)
        let full = Self.page(dueInHours: [3, -1], cases: [Self.open])
        let pages = [
            full, Self.page(dueInHours: [], cases: []), Self.page(dueInHours: [], cases: [], viewer: .cityOfficer),
        ]
        for language in Language.allCases {
            for page in pages { try walk.walk(page.view(language)) }
        }
        #expect(walk.problems == [])
        let rows = try #require(full.view(.english)["outlets"] as? [[String: Any]])
        #expect(rows.first?["caseFactor"] as? String == "sulphur dioxide")
    }
}
