import Access
import Kernel
import Registry
import Supervision

/// The invented city: twelve enterprises in six districts with their stories of the day, their stacks, the waste water
/// of two; dozens more with what lets something out; and the people who work with them. All are 示例.
struct DemoCity: Sendable {
    /// One invented enterprise with its stack and its story.
    struct Firm: Sendable {
        let enterprise: Enterprise
        let outlet: Outlet
        /// SO2 limit of its permit, mg/m³.
        let limit: DecimalNumber
        /// The limits of its permit, mg/m³: SO2, and in step with it NOx and particulate matter.
        var limits: [(PollutantCode, DecimalNumber)] {
            [
                (.sulphurDioxide, limit), (PollutantCode(checked: "a21002"), DecimalNumber(isUltraLow ? 50 : 200)),
                (PollutantCode(checked: "a34013"), DecimalNumber(isUltraLow ? 10 : 20)),
            ]
        }
        /// Whether its permit asks for what coal power plants reach.
        var isUltraLow: Bool { limit == DecimalNumber(35) }
        /// What the day holds for it.
        let story: DemoStory
        /// Whether its data logger speaks HJ 212-2025; the others speak 2017.
        let speaks2025: Bool
        /// Whether its logger still has the password it left the factory with.
        let hasFactoryPassword: Bool
        /// Whether frames get damaged on its line.
        let hasBadLine: Bool
        /// Whether its hours of this month and the one before are there from the start.
        let hasMonths: Bool
        /// Where its limits are written: the permit's number, and of a coal boiler what makes its values comparable.
        var source: String {
            let permit = "排污许可证 \(enterprise.creditCode?.text ?? "")001P（示例）"
            return burnsCoal ? permit + "，燃煤锅炉，基准含氧量 9 %" : permit
        }
        /// The table of a standard that the permit goes back to; it names the furnace.
        var table: String? { burnsCoal ? "GB 13271-2014 table-3-coal" : nil }
        /// Whether its stack is that of a coal boiler.
        private var burnsCoal: Bool { outlet.name.contains("锅炉烟囱") && !outlet.name.contains("导热油") }
        /// What its stack lets out on average, m³/h.
        var flow: Double { isUltraLow ? 118_000 : 36_000 }
    }

    let firms: [Firm]
    let wasteWater: [WasteWater]
    let places: [DemoPlace]

    /// How many enterprises have a story of the day.
    static let firmsOfDay = table.count

    /// A city of so many enterprises.
    init(enterprises: Int) throws {
        firms = try Self.table.enumerated().map { index, line in try Self.firm(line, index) }
        wasteWater = try Self.wasteWater(of: firms)
        places = try Self.places(upTo: enterprises)
    }

    /// All enterprises, in the order of their numbers.
    var enterprises: [Enterprise] {
        var seen: Set<EnterpriseID> = []
        return (firms.map(\.enterprise) + places.map(\.enterprise)).filter { seen.insert($0.id).inserted }
    }

    private typealias Line = (
        region: String, name: String, industry: String, outlet: String, limit: Int, story: DemoStory
    )

    private static let table: [Line] = [
        (
            "330602", "绍兴越城清源热电有限公司（示例）", "热力生产和供应", "1号锅炉烟囱", 35,
            .plays([
                DemoPlay(
                    earlier: DemoMove.qualified("condition") + [DemoMove(.close, after: 60)], multiple: 0.41, hours: 1),
                DemoPlay([], multiple: 0.62),
            ])
        ),
        (
            "330602", "绍兴越城宏达印染有限公司（示例）", "棉印染精加工", "定型机废气总排口", 50,
            .plays([
                DemoPlay(
                    earlier: DemoMove.qualified("device") + [DemoMove(.reportFault, after: 90)], multiple: 0.72),
                DemoPlay(DemoMove.beginning(1), multiple: 0.34),
            ])
        ),
        (
            "330603", "绍兴柯桥锦绣印染有限公司（示例）", "化纤织物染整精加工", "导热油炉烟囱", 50,
            .plays([
                DemoPlay(
                    earlier: DemoMove.reported + [DemoMove(.recheck, "false", after: 110)], multiple: 1.2),
                DemoPlay(DemoMove.beginning(2), multiple: 0.81),
            ])
        ),
        (
            "330603", "绍兴柯桥新越热力有限公司（示例）", "热力生产和供应", "2号锅炉烟囱", 35,
            .plays(
                [
                    DemoPlay(
                        earlier: DemoMove.beginning(2) + [DemoMove(.dismiss, after: 240)], multiple: 0.38),
                    DemoPlay(DemoMove.beginning(3), multiple: 1.46),
                ],
                corrected: [23, 22].map { DemoCorrection(hoursAgo: $0, multiple: -0.4, sentHoursAgo: 19) })
        ),
        (
            "330604", "绍兴上虞合盛化工有限公司（示例）", "有机化学原料制造", "焚烧炉烟囱", 100,
            .plays([
                DemoPlay(earlier: DemoMove.qualified("mark"), multiple: 0.22),
                DemoPlay(DemoMove.beginning(4), multiple: 0.28),
            ])
        ),
        (
            "330604", "绍兴上虞东关染料有限公司（示例）", "染料制造", "工艺加热炉烟囱", 100,
            .plays([
                DemoPlay(earlier: DemoMove.qualified("mark") + [DemoMove(.correctMark, after: 120)], multiple: 0.3),
                DemoPlay(DemoMove.ordered + [DemoMove(.askTime, after: 60)], multiple: 0.55),
            ])
        ),
        (
            "330624", "新昌天姥制药有限公司（示例）", "化学药品原料药制造", "RTO 排气筒", 50,
            .plays([
                DemoPlay(
                    earlier: DemoMove.qualified("device")
                        + [DemoMove(.reportFault, after: 60), DemoMove(.repair, after: 300)], multiple: 0.9),
                DemoPlay(DemoMove.reported, multiple: 0.19),
            ])
        ),
        (
            "330624", "新昌澄潭轴承有限公司（示例）", "滚动轴承制造", "热处理炉烟囱", 50,
            .plays([
                DemoPlay(
                    earlier: DemoMove.qualified("exceedance") + [DemoMove(.handOver, after: 90)], multiple: 2.1),
                DemoPlay(DemoMove.qualified("device"), multiple: 0.47),
            ])
        ),
        (
            "330681", "诸暨枫桥纺织有限公司（示例）", "棉印染精加工", "锅炉烟囱", 50,
            .plays([
                DemoPlay(earlier: DemoMove.qualified("condition"), multiple: 0.66),
                DemoPlay(DemoMove.rechecked, multiple: 0.42),
            ])
        ),
        ("330681", "诸暨浣江水泥有限公司（示例）", "水泥制造", "窑尾烟囱", 100, .maintenance),
        (
            "330683", "嵊州剡溪砖瓦有限公司（示例）", "粘土砖瓦及建筑砌块制造", "隧道窑烟囱", 150,
            .plays(
                [
                    DemoPlay(earlier: DemoMove.rechecked + [DemoMove(.close, after: 60)], multiple: 3.4),
                    DemoPlay(DemoMove.quick, multiple: 0.52, hours: 1, hoursAgo: 6),
                    DemoPlay([], multiple: 0.47, hours: 1, hoursAgo: 4),
                ],
                // The hour between the two exceeds after all, so that they are one.
                corrected: [DemoCorrection(hoursAgo: 5, multiple: 0.5, sentHoursAgo: 2)])
        ),
        ("330683", "嵊州艇湖领带有限公司（示例）", "服饰制造", "锅炉烟囱", 50, .replayed),
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
            hasFactoryPassword: number == 11, hasBadLine: number == 5, hasMonths: number == 1)
    }

    /// The certificates of its officers: valid for years, but one that ran out, so that a refusal can be seen.
    func certificates(on day: CivilDate) throws -> [OfficerCertificate] {
        let officers = try people().filter { [.cityOfficer, .branchOfficer].contains($0.role) }
        return try officers.enumerated().map { index, officer in
            guard let number = CertificateNumber("SL-3306-\((index + 1).padded(4))") else { throw Defect(line: 0) }
            let hasRunOut = officer.id.text == "P-CITY-2"
            return OfficerCertificate(
                number: number, person: officer.id, validFrom: day.adding(days: -1_200),
                validTo: day.adding(days: hasRunOut ? -20 : 600))
        }
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
        let seconds = zip(regions, ["蒋涛", "沈洁", "韩冰", "杨帆", "朱琳", "秦岳"]).enumerated().map { index, pair in
            (
                "P-BRANCH-\(index + 7)", "branch\(index + 7)", "\(pair.1)（示例）", Person.Post.branchOfficer(pair.0)
            )
        }
        // The office of the new area has somebody once something lies in it.
        let hasNewArea = enterprises.contains { $0.region == Self.newArea }
        let ofNewArea = (hasNewArea ? ["孔海", "曹滨"] : []).enumerated().map { index, name in
            (
                "P-BINHAI-\(index + 1)", "binhai\(index + 1)", "\(name)（示例）",
                Person.Post.branchOfficer(Self.newArea)
            )
        }
        let managers = enterprises.enumerated().map { index, enterprise in
            (
                "P-FIRM-\((index + 1).padded(2))", "firm\(index + 1)", "环保负责人\(index + 1)（示例）",
                Person.Post.enterpriseManager(enterprise.id)
            )
        }
        let administrators = [
            ("P-ADMIN", "admin", "蒋管（示例）", Person.Post.administrator),
            ("P-SECURITY", "security", "何安（示例）", Person.Post.securityAdministrator),
            ("P-AUDIT", "audit", "许审（示例）", Person.Post.auditAdministrator),
        ]
        let liaisons = [
            ("P-LEAD", "lead", "吕牵（示例）", Person.Post.liaison), ("P-LAB", "lab", "施测（示例）", Person.Post.liaison),
            ("P-BANK", "bank", "张贷（示例）", Person.Post.liaison),
        ]
        let places = try organisations()
        let posts = officers + branches + seconds + ofNewArea + managers + liaisons + administrators
        return try posts.map { id, login, name, post in
            guard let id = PersonID(id), let login = Login(login) else { throw Defect(line: 0) }
            let place = places.first { place in
                let person = Person(id: id, login: login, name: name, post: post)
                return place.post(as: person.role) == post
                    && (post != .liaison || place.id.text == id.text.dropFirst(2))
            }
            return Person(id: id, login: login, name: name, post: post, organisation: place?.id)
        }
    }

    /// The organisations of the invented city: the bureau, its branches, the office of the new area, a lead unit, the
    /// enterprises, a laboratory and a bank.
    func organisations() throws -> [Organisation] {
        typealias Line = (code: String, name: String, kind: Organisation.Kind, region: String?)
        let branches = ["越城", "柯桥", "上虞", "新昌", "诸暨", "嵊州"]
        let regions = Array(Set(firms.map(\.enterprise.region))).sorted()
        let lines: [Line] =
            [("BUREAU", "市生态环境局（示例）", .cityBureau, nil)]
            + zip(regions, branches).map { ("BRANCH-\($0)", "\($1)分局（示例）", .branch, $0.text) }
            + [
                ("BINHAI", "滨海新区环保办（示例）", .areaOffice, "3306BH"), ("LEAD", "市发展改革委（示例）", .leadUnit, nil),
                ("LAB", "鉴湖检测技术有限公司（示例）", .institution, nil), ("BANK", "越州银行（示例）", .bank, nil),
            ]
        let offices = try lines.map { line in
            guard let code = OrganisationID(line.code) else { throw Defect(line: 0) }
            return try Organisation(
                id: code, name: line.name, kind: line.kind, region: line.region.flatMap { RegionCode($0) })
        }
        return try offices
            + enterprises.map { enterprise in
                guard let code = OrganisationID(enterprise.id.text) else { throw Defect(line: 0) }
                return try Organisation(
                    id: code, name: enterprise.name, kind: .enterprise, region: enterprise.region,
                    enterprise: enterprise.id)
            }
    }
}
