import Access
import Kernel
import Registry

/// The invented city: twelve enterprises in six districts, their stacks, and the people who work with them. All are 示例.
struct DemoCity: Sendable {
    /// One invented enterprise with its stack and its story.
    struct Firm: Sendable {
        let enterprise: Enterprise
        let outlet: Outlet
        /// SO2 limit of its permit, mg/m³.
        let limit: DecimalNumber
        /// What the day holds for it.
        let story: DemoStory
        /// Whether its data logger speaks HJ 212-2025; the others speak 2017.
        let speaks2025: Bool
        /// Whether its logger still has the password it left the factory with.
        let hasFactoryPassword: Bool
        /// Whether frames get damaged on its line.
        let hasBadLine: Bool
    }

    let firms: [Firm]

    /// What a demonstration of this seed holds.
    init() throws {
        firms = try Self.table.enumerated().map { index, line in try Self.firm(line, index) }
    }

    private typealias Line = (
        region: String, name: String, industry: String, outlet: String, limit: Int, story: DemoStory
    )

    private static let table: [Line] = [
        ("330602", "绍兴越城清源热电有限公司（示例）", "热力生产和供应", "1号锅炉烟囱", 35, .steps(0, multiple: 0.62)),
        ("330602", "绍兴越城宏达印染有限公司（示例）", "棉印染精加工", "定型机废气总排口", 50, .steps(1, multiple: 0.34)),
        ("330603", "绍兴柯桥锦绣印染有限公司（示例）", "化纤织物染整精加工", "导热油炉烟囱", 50, .steps(2, multiple: 0.81)),
        ("330603", "绍兴柯桥新越热力有限公司（示例）", "热力生产和供应", "2号锅炉烟囱", 35, .steps(3, multiple: 1.46)),
        ("330604", "绍兴上虞合盛化工有限公司（示例）", "有机化学原料制造", "焚烧炉烟囱", 100, .steps(4, multiple: 0.28)),
        ("330604", "绍兴上虞东关染料有限公司（示例）", "染料制造", "工艺加热炉烟囱", 100, .steps(5, multiple: 0.55)),
        ("330624", "新昌天姥制药有限公司（示例）", "化学药品原料药制造", "RTO 排气筒", 50, .steps(6, multiple: 0.19)),
        ("330624", "新昌澄潭轴承有限公司（示例）", "滚动轴承制造", "热处理炉烟囱", 50, .replayed),
        ("330681", "诸暨枫桥纺织有限公司（示例）", "棉印染精加工", "锅炉烟囱", 50, .steps(7, multiple: 0.42)),
        ("330681", "诸暨浣江水泥有限公司（示例）", "水泥制造", "窑尾烟囱", 100, .maintenance),
        ("330683", "嵊州剡溪砖瓦有限公司（示例）", "粘土砖瓦及建筑砌块制造", "隧道窑烟囱", 150, .steps(8, multiple: 3.4)),
        ("330683", "嵊州艇湖领带有限公司（示例）", "服饰制造", "锅炉烟囱", 50, .steady),
    ]

    private static func firm(_ line: Line, _ index: Int) throws -> Firm {
        let number = index + 1
        // Division code 99 is no registration authority's, so that no real code can be hit.
        let stem = "91\(line.region)MA99D\(number.padded(4))"
        guard let id = EnterpriseID("E\(number.padded(4))"), let region = RegionCode(line.region),
            let outlet = OutletID("\(id)-DA001"),
            let device = DeviceNumber("99DE\(line.region)\(number.padded(14))")
        else { throw Defect(line: number) }
        let enterprise = Enterprise(
            id: id, name: line.name, creditCode: CreditCode(completing: stem), region: region, industry: line.industry,
            address: "示例工业园 \(number) 号")
        return Firm(
            enterprise: enterprise,
            outlet: Outlet(
                id: outlet, enterprise: id, number: "DA001", name: line.outlet, medium: .stack, device: device),
            limit: DecimalNumber(line.limit), story: line.story, speaks2025: number.isMultiple(of: 4),
            hasFactoryPassword: number == 11, hasBadLine: number == 5)
    }

    /// A line of the table is not well formed.
    struct Defect: Error {
        let line: Int
    }

    /// The people who can be become. None has a password: they come in by the demonstration's page only.
    func people() throws -> [Person] {
        let officers: [(String, String, String, Person.Post)] = [
            ("P-CITY-1", "city1", "周明（示例）", .cityOfficer), ("P-CITY-2", "city2", "吴静（示例）", .cityOfficer),
        ]
        let names = ["郑强", "王芳", "冯伟", "陈丽", "褚军", "卫敏"]
        let regions = Array(Set(firms.map(\.enterprise.region))).sorted()
        let branches = zip(regions, names).enumerated().map { index, pair in
            ("P-BRANCH-\(index + 1)", "branch\(index + 1)", "\(pair.1)（示例）", Person.Post.branchOfficer(pair.0))
        }
        let managers = firms.enumerated().map { index, firm in
            (
                "P-FIRM-\((index + 1).padded(2))", "firm\(index + 1)", "环保负责人\(index + 1)（示例）",
                Person.Post.enterpriseManager(firm.enterprise.id)
            )
        }
        let administrator = ("P-ADMIN", "admin", "蒋管（示例）", Person.Post.administrator)
        return try (officers + branches + managers + [administrator]).map { id, login, name, post in
            guard let id = PersonID(id), let login = Login(login) else { throw Defect(line: 0) }
            return Person(id: id, login: login, name: name, post: post)
        }
    }
}
