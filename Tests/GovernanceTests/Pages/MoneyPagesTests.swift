import Facts
import Kernel
import TestMaterial
import Testing

@testable import Governance
@testable import Web

struct MoneyPagesTests {
    private static let now = Instant(milliseconds: 1_795_860_000_000)

    private static func check(_ pages: [any Page], of template: String) throws {
        var walk = try TemplateWalk(template)
        for page in pages {
            for language in Language.allCases {
                try walk.walk(page.view(language))
                #expect(!page.title(language).isEmpty)
                if let list = page as? any ListPage { #expect(!list.tables(language).isEmpty) }
            }
        }
        #expect(walk.problems == [])
        #expect(walk.unvisited == [])
    }

    /// A fund with every sort of entry and target.
    private static func fund(task: Int?) -> Fund {
        let targets = FundTarget.Sort.allCases.map { FundTarget($0, "2") }
        let sorts: [(Fund.Sort, Int64, Int?, FundTarget?)] =
            [(.budget, 900, nil, nil)] + targets.map { (.allocation, 100, nil, $0) }
            + [(.use, 50, 2, nil), (.counter, -50, 6, nil)]
        var fund = Fund(
            number: 1, policy: PolicyCode(checked: "P-1"), name: "基金", unit: "市财政局", purpose: "搬迁", task: task)
        fund.entries = sorts.enumerated().map { place, entry in
            .init(
                number: place + 1, sort: entry.0, year: 2_026, amountFen: entry.1 * 1_000_000, belongsTo: entry.2,
                target: entry.3, what: "说明", document: "文号", day: now.civil.date, author: "person:P", filedAt: now)
        }
        if task != nil {
            fund.applications = [nil, ReviewVerdict.accepted, .returned].enumerated().map { place, verdict in
                .init(
                    number: place + 1, unit: "市水利局", target: FundTarget(.other, "岸带"), amountFen: 1, what: "用途",
                    author: "person:P", filedAt: now,
                    judgement: verdict.map { .init(verdict: $0, note: "说明", author: "person:Q", at: now) })
            }
        }
        return fund
    }

    @Test func `the pages of funds have all their words`() throws {
        let funds = [Self.fund(task: 17), Self.fund(task: nil)]
        try Self.check(
            [[], funds].map { funds in
                FundsPage(
                    lines: funds.map(FundLine.init), next: funds.isEmpty ? nil : "/governance/funds?after=1",
                    mayOpen: !funds.isEmpty, refused: nil)
            }, of: FundsPage.template)
        try Self.check(
            funds.map { fund in
                FundPage(
                    fund: fund, shown: fund.task == nil ? [] : fund.entries,
                    next: fund.task == nil ? nil : "/governance/funds/1?after=1",
                    forms: fund.task == nil ? [] : FundForm.ofBook, refused: nil)
            }, of: FundPage.template)
        #expect(funds[0].defects == [])
        #expect(funds[0].balance() == .init(budgetFen: 900_000_000, allocatedFen: 400_000_000, usedFen: 0))
    }

    @Test func `the pages of the reserve pool have all their words`() throws {
        let day = Self.now.civil.date
        var project = PoolProject(
            number: 1, name: "岸带修复", region: nil, sort: .ecology, unit: "市水利局", totalFen: 9_000_000,
            planFen: [1, 0, 0, 2], note: "内容", enteredOn: day)
        project.securedFen = [1_000_000, 0, 0, 0]
        let score = PoolScore(project: 1, score_hundredths: 4_214, decision: DecisionID(checked: "D1"))
        let lines = [PoolScore?.none, score].map {
            PoolLine(project: project, region: Phrase("全市", "the city"), score: $0)
        }
        let totals = PoolStage.allCases.map {
            PoolProject.Total(stage: $0, projects: 1, totalFen: 9_000_000, securedFen: 1_000_000)
        }
        try Self.check(
            [[], lines].map { lines in
                PoolPage(
                    filter: .init(stage: .ripe, region: nil),
                    regions: [(RegionCode(checked: "330602"), Phrase("越城区", "Yuecheng District"))], totals: totals,
                    lines: lines, next: lines.isEmpty ? nil : "/governance/pool?after=1", mayEnter: !lines.isEmpty,
                    refused: nil)
            }, of: PoolPage.template)
        let history = PoolHistory(
            project: project,
            steps: [.init(number: 1, stage: .ripe, day: day, note: "审查", author: "person:P")],
            money: [Int?.none, 1].enumerated().map { place, back in
                .init(
                    number: place + 1, source: .bank, amountFen: back == nil ? 5 : -5, belongsTo: back,
                    document: "文号", day: day, author: "person:P")
            })
        try Self.check(
            zip(lines, [PoolHistory(project: project), history]).map { line, history in
                PoolProjectPage(
                    line: line, history: history, steps: line.score.map { _ in [Phrase("步", "step")] } ?? [],
                    forms: history.money.isEmpty ? [] : PoolForm.ofProject, refused: nil)
            }, of: PoolProjectPage.template)
    }

    @Test func `forms of one page share no field`() {
        for fields in [
            FundForm.ofBook.map(\.fields), PoolForm.ofProject.map(\.fields),
            WorkForm.ofProjects.map(\.fields) + [GovernanceRoom.photoFields],
        ] {
            let names = fields.flatMap(\.self).map(\.name)
            #expect(Set(names).count == names.count)
        }
    }

    /// Two heaps of points, one at the right edge and one at the lower, as wide as names in English are.
    @Test func `names in the quadrant chart cover neither each other nor a point, and stand inside`() {
        let heaps = [(x: 340, y: 40), (x: 60, y: 320), (x: 200, y: 180)]
        let points = heaps.flatMap { heap in
            (0..<4).map { ChartLabels.Point(x: heap.x + 3 * $0, y: heap.y + 2 * $0, width: 64) }
        }
        let labels = ChartLabels(points: points, field: .init(left: 44, top: 0, right: 376, bottom: 336))
        let places = labels.places()
        let boxes = zip(places, points).map { ChartLabels.box(of: $0, width: $1.width) }
        for (index, box) in boxes.enumerated() {
            #expect(box.left >= 44 && box.right <= 376 && box.top >= 0 && box.bottom <= 336)
            for other in boxes[(index + 1)...] { #expect(box.shared(with: other) == 0) }
            for point in points {
                let mark = ChartLabels.Box(left: point.x - 5, top: point.y - 5, right: point.x + 5, bottom: point.y + 5)
                #expect(box.shared(with: mark) == 0)
            }
        }
        #expect(labels.places() == places)
        #expect(ChartLabels.width(of: "越城区") == 45 && ChartLabels.width(of: "Yue") == 24)
    }

    @Test func `a project stands in each district that it lies in, and those of the city beside the map`() throws {
        let policy = try #require(try ShippedFile.policy().document)
        let month = try #require(CivilMonth("2026-10"))
        let lines = policy.projects.map {
            ProjectLine(project: $0, record: nil, policy: policy.meta.code, month: month)
        }
        let names = [
            ("330602", "越城区"), ("330603", "柯桥区"), ("330604", "上虞区"), ("330624", "新昌县"), ("330681", "诸暨市"),
            ("330683", "嵊州市"), ("3306BH", "滨海新区"),
        ]
        let map = ProjectMap(
            map: try DistrictMap(json: ShippedFile.bytes("rules/schematic-map.json")),
            regions: names.map { (RegionCode(checked: $0.0), Phrase($0.1, $0.1)) }, lines: lines)
        let view = map.view(.chinese)
        let shapes = try #require(view["shapes"] as? [[String: Any]])
        let marks = shapes.flatMap { $0["marks"] as? [[String: Any]] ?? [] }.compactMap { $0["number"] as? String }
        #expect(marks.compactMap { Int($0) }.sorted() == [1, 2, 3, 3, 4, 5, 6, 7, 8, 9])
        #expect((view["elsewhere"] as? [[String: Any]])?.compactMap { $0["number"] as? String } == ["10"])
    }
}
