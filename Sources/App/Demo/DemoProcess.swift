import Facts
import Kernel
import Registry

/// A kind of invented outlet: what is measured there, and what a permit for it says.
struct DemoProcess: Sendable {
    let name: String
    let medium: Outlet.Medium
    /// The first one is what its stories exceed.
    let factors: [DemoFactor]
    /// What leaves through it on average, m³/h.
    let flow: Double
    /// The furnace behind it; nil without one.
    var furnace: Furnace?
    /// The table of a standard that its permit goes back to, as the reviewed tables call it.
    var table: String?

    /// A furnace, as a permit names it.
    struct Furnace: Sendable {
        let name: String
        /// Reference oxygen content, per cent.
        let reference: Double
        /// What its stack measures on an ordinary day, per cent.
        let oxygen: Double
        /// The lowest temperature allowed in it, ℃; nil where nothing is asked.
        var degreesMin: Int?
    }

    /// The code of what runs through it.
    var flowCode: String { medium == .stack ? "a00000" : "w00000" }

    /// Whether daily means decide there.
    var isJudgedByDay: Bool { factors.contains { $0.averaging == .day } }

    /// Where its limits are written: the permit's number, and for a furnace what makes its values comparable.
    func source(permit: String) -> String {
        let plain = "排污许可证 \(permit)（示例）"
        guard let furnace else { return plain }
        let percent = furnace.reference.formattedReference
        return plain + "，\(furnace.name)，基准含氧量 \(percent) %"
    }

    // MARK: Waste gas

    static func coalBoiler(_ number: Int) -> DemoProcess {
        DemoProcess(
            name: "\(number)号燃煤锅炉烟囱", medium: .stack,
            factors: [.gas("a21026", 200), .gas("a21002", 200), .gas("a34013", 30)], flow: 41_000,
            furnace: Furnace(name: "燃煤锅炉", reference: 9, oxygen: 9.6), table: "GB 13271-2014 table-3-coal")
    }

    static let gasBoiler = DemoProcess(
        name: "燃气锅炉烟囱", medium: .stack,
        factors: [.gas("a21002", 150), .gas("a21026", 50, share: 0.2), .gas("a34013", 20, share: 0.3)],
        flow: 18_000, furnace: Furnace(name: "燃气锅炉", reference: 3.5, oxygen: 4.3),
        table: "GB 13271-2014 table-3-gas")

    static func powerUnit(_ number: Int) -> DemoProcess {
        DemoProcess(
            name: "\(number)号机组烟囱", medium: .stack,
            factors: [.gas("a21026", 35), .gas("a21002", 50), .gas("a34013", 10)], flow: 880_000,
            furnace: Furnace(name: "燃煤发电锅炉", reference: 6, oxygen: 5.6), table: "DB33/2147-2018 stage-1")
    }

    static func incinerator(_ number: Int) -> DemoProcess {
        DemoProcess(
            name: "\(number)号焚烧炉烟囱", medium: .stack, factors: burning, flow: 92_000,
            furnace: Furnace(name: "生活垃圾焚烧炉", reference: 11, oxygen: 8.6, degreesMin: 850),
            table: "GB 18485-2014 table-4")
    }

    static let hazardousIncinerator = DemoProcess(
        name: "回转窑焚烧炉烟囱", medium: .stack, factors: burning, flow: 21_000,
        furnace: Furnace(name: "危险废物焚烧炉", reference: 11, oxygen: 9.2, degreesMin: 1_100),
        table: "GB 18484-2020 table-3")

    /// Daily means decide: SO2, NOx, HCl, CO and particulate matter.
    private static let burning: [DemoFactor] = [
        .gas("a21026", 80, by: .day), .gas("a21002", 250, by: .day), .gas("a21024", 50, by: .day, share: 0.3),
        .gas("a21005", 80, by: .day, share: 0.25), .gas("a34013", 20, by: .day, share: 0.3),
    ]

    static let stenter = DemoProcess(
        name: "定型机废气排放口", medium: .stack,
        factors: [.gas("a24088", 40, converted: false), .gas("a34013", 15, converted: false)], flow: 26_000)

    static let oxidiser = DemoProcess(
        name: "RTO 排气筒", medium: .stack, factors: [.gas("a24088", 60, converted: false)], flow: 32_000)

    static let heater = DemoProcess(
        name: "工艺加热炉烟囱", medium: .stack,
        factors: [.gas("a21002", 150), .gas("a21026", 100, share: 0.25), .gas("a34013", 20, share: 0.35)],
        flow: 15_000, furnace: Furnace(name: "工艺加热炉", reference: 3, oxygen: 4),
        table: "GB 31571-2015 table-4-heater")

    static let kiln = DemoProcess(
        name: "窑尾烟囱", medium: .stack,
        factors: [.gas("a21002", 320, converted: false), .gas("a21026", 100, share: 0.2, converted: false)],
        flow: 310_000)

    // MARK: Waste water

    static let dyeing = DemoProcess(
        name: "废水总排口", medium: .wasteWater,
        factors: [.water("w01018", 80_000), .water("w21003", 10_000, share: 0.35), .acidity], flow: 78,
        table: "GB 4287-2012 table-2-direct")

    static let platingWorkshop = DemoProcess(
        name: "含铬废水车间排口", medium: .wasteWater,
        factors: [.water("w20116", 1_000, share: 0.4), .water("w20121", 500, share: 0.4)], flow: 4,
        table: "GB 21900-2008 table-2")

    static let plating = DemoProcess(
        name: "废水总排口", medium: .wasteWater,
        factors: [.water("w20122", 500, share: 0.4), .water("w01018", 80_000), .acidity], flow: 12,
        table: "GB 21900-2008 table-2")

    static let municipal = DemoProcess(
        name: "污水处理厂总排口", medium: .wasteWater,
        factors: [
            .water("w21001", 12_000, share: 0.65), .water("w01018", 40_000, share: 0.45),
            .water("w21003", 2_000, share: 0.3), .water("w21011", 300, share: 0.5),
        ], flow: 4_100, table: "DB33/2169-2018 existing")

    static let chemical = DemoProcess(
        name: "废水总排口", medium: .wasteWater,
        factors: [.water("w01018", 60_000), .water("w21003", 8_000, share: 0.4), .acidity], flow: 46,
        table: "GB 31571-2015 table-1-direct")

    static let leachate = DemoProcess(
        name: "渗滤液处理站排口", medium: .wasteWater,
        factors: [.water("w01018", 100_000, share: 0.45), .water("w21003", 25_000, share: 0.3)], flow: 14)
}

extension Double {
    /// A percentage as standards write it: 9, 3.5.
    fileprivate var formattedReference: String {
        self == rounded() ? String(Int(self)) : "\(self)"
    }
}
