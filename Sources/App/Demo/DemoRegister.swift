import Facts
import Kernel
import Persistence
import Registry
import Standards

/// What the register of the invented city tells beside names and limits: parks, sites with their place, trades by
/// code, treatment and furnaces, instruments, and whom to ask. All of it is 示例.
struct DemoRegister {
    let registry: RegistryRoom
    let city: DemoCity

    private static let author = FactAuthor.system("demonstration")

    /// The middle of each region, in hundredths of a degree east and north; from memory, sites lie around it.
    private static let middles: [String: (east: Int, north: Int)] = [
        "330602": (12_058, 3_000), "330603": (12_049, 3_008), "330604": (12_087, 3_003), "330624": (12_090, 2_950),
        "330681": (12_024, 2_971), "330683": (12_083, 2_959),
    ]

    /// An outlet with its enterprise, and the furnace behind it as a permit names it.
    private struct Source {
        let enterprise: Enterprise
        let outlet: Outlet
        let furnace: String?
    }

    private var sources: [Source] {
        city.firms.map { firm in
            Source(
                enterprise: firm.enterprise, outlet: firm.outlet, furnace: firm.table == nil ? nil : "燃煤锅炉")
        } + city.wasteWater.map { Source(enterprise: $0.enterprise, outlet: $0.outlet, furnace: nil) }
            + city.places.map {
                Source(enterprise: $0.enterprise, outlet: $0.outlet, furnace: $0.process.furnace?.name)
            }
    }

    /// Enters all of it; the enterprises and their outlets are known already.
    func enter(_ access: any WriteAccess) throws {
        var parks: [RegionCode: RegisterCode] = [:]
        var numbers: [EnterpriseID: Int] = [:]
        var sites: [EnterpriseID: RegisterCode] = [:]
        for source in sources {
            let enterprise = source.enterprise
            if sites[enterprise.id] == nil {
                let number = numbers.count
                numbers[enterprise.id] = number
                if parks[enterprise.region] == nil {
                    parks[enterprise.region] = try park(in: enterprise.region, access)
                }
                try describe(enterprise, in: parks[enterprise.region], access)
                sites[enterprise.id] = try site(of: enterprise, number, access)
                try contact(of: enterprise, number, access)
            }
            try describe(source, at: sites[enterprise.id], access)
        }
    }

    private func park(in region: RegionCode, _ access: any WriteAccess) throws -> RegisterCode {
        let name = "\(registry.regions.name(of: region).zh)示例工业园"
        return try registry.enter(
            RegisterDraft(
                kind: .park, code: "PARK-\(region)", enterprise: "", region: region.text, values: ["name": name]),
            scope: .city, by: Self.author, in: access
        ).code
    }

    /// The trade by its code, as the reviewed mapping reads the enterprise's words, and the park.
    private func describe(_ enterprise: Enterprise, in park: RegisterCode?, _ access: any WriteAccess) throws {
        let code = RegisterCode(checked: enterprise.id.text)
        guard let entry = try registry.entry(.enterprise, code, scope: .city, in: access) else { return }
        let found = [
            "industry_code": registry.books.industries.wording(enterprise.industry)?.code.text, "park": park?.text,
        ]
        try registry.change(
            .enterprise, code, from: entry.version, to: entry.values.merging(found.compactMapValues(\.self)) { $1 },
            scope: .city, by: Self.author, in: access)
    }

    private func site(of enterprise: Enterprise, _ number: Int, _ access: any WriteAccess) throws -> RegisterCode {
        let middle = Self.middles[enterprise.region.text]
        // Around the middle in steps of some hundred metres, the same in every city.
        let place = middle.map { middle in
            [
                "longitude": Self.degrees(middle.east * 100 + (number * 37 % 19 - 9) * 40),
                "latitude": Self.degrees(middle.north * 100 + (number * 23 % 17 - 8) * 40),
            ]
        }
        return try registry.enter(
            RegisterDraft(
                kind: .site, code: "", enterprise: enterprise.id.text, region: "",
                values: ["name": "主厂区", "address": enterprise.address].merging(place ?? [:]) { $1 }),
            scope: .city, by: Self.author, in: access
        ).code
    }

    private func contact(of enterprise: Enterprise, _ number: Int, _ access: any WriteAccess) throws {
        let values = [
            "name": "联系人\(number + 1)（示例）", "post": "环保负责人", "telephone": "138\(10_000_001 + number)",
        ]
        try registry.enter(
            RegisterDraft(kind: .contact, code: "", enterprise: enterprise.id.text, region: "", values: values),
            scope: .city, by: Self.author, in: access)
    }

    /// The outlet's site, what treats its gas or water, the furnace behind it, and what measures there.
    private func describe(_ source: Source, at site: RegisterCode?, _ access: any WriteAccess) throws {
        let (code, owner) = (RegisterCode(checked: source.outlet.id.text), source.enterprise.id.text)
        guard let site, let entry = try registry.entry(.outlet, code, scope: .city, in: access) else { return }
        try registry.change(
            .outlet, code, from: entry.version, to: entry.values.merging(["site": site.text]) { $1 }, scope: .city,
            by: Self.author, in: access)
        let isStack = source.outlet.medium == .stack
        var facilities = [["name": isStack ? "废气治理设施" : "废水处理站", "purpose": "treatment"]]
        if let name = source.furnace, let row = registry.books.furnaces.first(where: { $0.furnace.zh == name }) {
            facilities.append(["name": name, "purpose": "furnace", "furnace": row.code])
        }
        for facility in facilities {
            try registry.enter(
                RegisterDraft(
                    kind: .facility, code: "", enterprise: owner, region: "",
                    values: facility.merging(["site": site.text, "outlet": code.text]) { $1 }),
                scope: .city, by: Self.author, in: access)
        }
        try registry.enter(
            RegisterDraft(
                kind: .instrument, code: "", enterprise: owner, region: "",
                values: [
                    "name": isStack ? "烟气排放连续监测系统" : "水质在线监测系统", "outlet": code.text, "maker": "示例仪器厂",
                ]), scope: .city, by: Self.author, in: access)
    }

    /// Ten-thousandths of a degree, some ten metres, in digits.
    private static func degrees(_ parts: Int) -> String {
        let digits = String(parts)
        return "\(digits.dropLast(4)).\(digits.suffix(4))"
    }
}
