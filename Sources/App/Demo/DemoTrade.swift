/// A trade of the invented city: how the register names it, and what lets something out.
enum DemoTrade: Sendable {
    case dyeing
    case plating
    case municipalWorks
    case wasteIncineration
    case hazardousWaste
    case power
    case heat
    case chemicals
    case resin
    case pharmaceuticals
    case cement
    case textilesOnGas

    /// As the register names it.
    var industry: String {
        switch self {
        case .dyeing, .textilesOnGas: "棉印染精加工"
        case .plating: "金属表面处理及热处理加工"
        case .municipalWorks: "污水处理及其再生利用"
        case .wasteIncineration: "生物质能发电（生活垃圾焚烧）"
        case .hazardousWaste: "危险废物治理"
        case .power: "火力发电"
        case .heat: "热力生产和供应"
        case .chemicals: "有机化学原料制造"
        case .resin: "初级形态塑料及合成树脂制造"
        case .pharmaceuticals: "化学药品原料药制造"
        case .cement: "水泥制造"
        }
    }

    /// What lets something out, stacks first.
    var processes: [DemoProcess] {
        switch self {
        case .dyeing: [.coalBoiler(1), .stenter, .dyeing]
        case .textilesOnGas: [.gasBoiler, .stenter, .dyeing]
        case .plating: [.platingWorkshop, .plating]
        case .municipalWorks: [.municipal]
        case .wasteIncineration: [.incinerator(1), .incinerator(2), .leachate]
        case .hazardousWaste: [.hazardousIncinerator, .leachate]
        case .power: [.powerUnit(1), .powerUnit(2)]
        case .heat: [.coalBoiler(1), .coalBoiler(2)]
        case .chemicals: [.oxidiser, .heater, .chemical]
        case .resin: [.oxidiser, .chemical]
        case .pharmaceuticals: [.oxidiser, .chemical]
        case .cement: [.kiln]
        }
    }
}
