import Kernel
import Registry

extension DemoCity {
    /// The enterprises beyond the twelve firms of the day, by region, with their trades. All are 示例.
    private static let works: [(region: String, name: String, trade: DemoTrade)] = [
        ("330602", "绍兴越城东湖印染有限公司（示例）", .dyeing),
        ("330602", "绍兴越城府山染整有限公司（示例）", .textilesOnGas),
        ("330602", "绍兴越城鉴水水处理有限公司（示例）", .municipalWorks),
        ("330602", "绍兴越城会稽环保能源有限公司（示例）", .wasteIncineration),
        ("330602", "绍兴越城曹娥发电有限公司（示例）", .power),
        ("330602", "绍兴越城皋埠电镀有限公司（示例）", .plating),
        ("330602", "绍兴越城兰亭制药有限公司（示例）", .pharmaceuticals),
        ("330602", "绍兴越城孙端热力有限公司（示例）", .heat),
        ("330603", "绍兴柯桥轻纺印染有限公司（示例）", .dyeing),
        ("330603", "绍兴柯桥安昌印花有限公司（示例）", .dyeing),
        ("330603", "绍兴柯桥钱清染整有限公司（示例）", .textilesOnGas),
        ("330603", "绍兴柯桥齐贤印染有限公司（示例）", .dyeing),
        ("330603", "绍兴柯桥马鞍染整有限公司（示例）", .textilesOnGas),
        ("330603", "绍兴柯桥滨海印染有限公司（示例）", .dyeing),
        ("330603", "绍兴柯桥江滨水处理有限公司（示例）", .municipalWorks),
        ("330603", "绍兴柯桥杨汛桥热电有限公司（示例）", .heat),
        ("330603", "绍兴柯桥福全环保能源有限公司（示例）", .wasteIncineration),
        ("330603", "绍兴柯桥华舍树脂有限公司（示例）", .resin),
        ("330603", "绍兴柯桥兰亭电镀有限公司（示例）", .plating),
        ("330603", "绍兴柯桥漓渚热力有限公司（示例）", .heat),
        ("330604", "绍兴上虞杭州湾化工有限公司（示例）", .chemicals),
        ("330604", "绍兴上虞盖北有机化学有限公司（示例）", .chemicals),
        ("330604", "绍兴上虞道墟精细化工有限公司（示例）", .chemicals),
        ("330604", "绍兴上虞崧厦树脂有限公司（示例）", .resin),
        ("330604", "绍兴上虞沥海制药有限公司（示例）", .pharmaceuticals),
        ("330604", "绍兴上虞百官电镀有限公司（示例）", .plating),
        ("330604", "绍兴上虞众合固废处置有限公司（示例）", .hazardousWaste),
        ("330604", "绍兴上虞曹娥江水处理有限公司（示例）", .municipalWorks),
        ("330604", "绍兴上虞小越发电有限公司（示例）", .power),
        ("330604", "绍兴上虞章镇染整有限公司（示例）", .textilesOnGas),
        ("330624", "新昌大佛寺制药有限公司（示例）", .pharmaceuticals),
        ("330624", "新昌七星表面处理有限公司（示例）", .plating),
        ("330624", "新昌儒岙热力有限公司（示例）", .heat),
        ("330624", "新昌嵊新水处理有限公司（示例）", .municipalWorks),
        ("330624", "新昌梅渚化工有限公司（示例）", .chemicals),
        ("330681", "诸暨店口电镀有限公司（示例）", .plating),
        ("330681", "诸暨大唐印染有限公司（示例）", .dyeing),
        ("330681", "诸暨浣纱环保能源有限公司（示例）", .wasteIncineration),
        ("330681", "诸暨璜山水泥有限公司（示例）", .cement),
        ("330681", "诸暨山下湖热力有限公司（示例）", .heat),
        ("330681", "诸暨枫桥水处理有限公司（示例）", .municipalWorks),
        ("330681", "诸暨姚江表面处理有限公司（示例）", .plating),
        ("330683", "嵊州三界印染有限公司（示例）", .dyeing),
        ("330683", "嵊州黄泽电镀有限公司（示例）", .plating),
        ("330683", "嵊州长乐水处理有限公司（示例）", .municipalWorks),
        ("330683", "嵊州甘霖环保能源有限公司（示例）", .wasteIncineration),
        ("330683", "嵊州崇仁化工有限公司（示例）", .chemicals),
        ("330683", "嵊州仙岩树脂有限公司（示例）", .resin),
    ]

    /// The area that has no division code of its own and overlaps districts: its office looks after some works there.
    static let newArea = RegionCode(checked: "3306BH")
    private static let ofNewArea: Set = [
        "绍兴越城孙端热力有限公司（示例）", "绍兴柯桥滨海印染有限公司（示例）", "绍兴柯桥江滨水处理有限公司（示例）",
        "绍兴上虞沥海制药有限公司（示例）",
    ]

    /// How many enterprises the whole city has.
    static var enterprisesMax: Int { firmsOfDay + works.count }

    /// The outlets of the enterprises behind the first twelve, as far as the city reaches.
    static func places(upTo enterprises: Int) throws -> [DemoPlace] {
        try works.prefix(max(0, enterprises - firmsOfDay)).enumerated().flatMap { index, line in
            let number = firmsOfDay + index + 1
            guard let id = EnterpriseID("E\(number.padded(4))"), let district = RegionCode(line.region) else {
                throw Defect(line: number)
            }
            let region = ofNewArea.contains(line.name) ? newArea : district
            let enterprise = Enterprise(
                id: id, name: line.name, creditCode: CreditCode(completing: "91\(line.region)MA99D\(number.padded(4))"),
                region: region, industry: line.trade.industry, address: "示例工业园 \(number) 号")
            return try places(of: enterprise, in: district, number: number, line.trade.processes)
        }
    }

    private static func places(
        of enterprise: Enterprise, in district: RegionCode, number: Int, _ processes: [DemoProcess]
    ) throws -> [DemoPlace] {
        var counts: [Outlet.Medium: Int] = [:]
        return try processes.enumerated().map { position, process in
            counts[process.medium, default: 0] += 1
            let prefix = process.medium == .stack ? "DA" : "DW"
            let code = prefix + (counts[process.medium] ?? 1).padded(3)
            guard let outlet = OutletID("\(enterprise.id)-\(code)"),
                let device = DeviceNumber("99DE\(district)\((2_000 + number * 10 + position).padded(14))")
            else { throw Defect(line: number) }
            return DemoPlace(
                enterprise: enterprise,
                outlet: Outlet(
                    id: outlet, enterprise: enterprise.id, number: code, name: process.name, medium: process.medium,
                    device: device),
                process: process, speaks2025: (number + position).isMultiple(of: 5),
                story: DemoPlaceStory.of(outlet))
        }
    }
}
