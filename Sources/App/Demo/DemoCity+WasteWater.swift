import Facts
import Kernel
import Registry

extension DemoCity {
    /// An invented outlet for waste water of one of the firms, and its story.
    struct WasteWater: Sendable {
        let enterprise: Enterprise
        let outlet: Outlet
        /// Permitted daily mean of chemical oxygen demand, mg/L.
        let oxygenDemandMax: Int
        /// Permitted daily mean of ammonia nitrogen, mg/L.
        let ammoniaMax: Int
        /// What runs through it on average, m³/h.
        let flow: Double
        /// By how much the mean of COD of the day before exceeds; nil where nothing happens.
        let multiple: Double?
        /// The moves that the case of it has seen.
        let moves: [DemoMove]

        /// The limits of its permit; all are for daily means.
        func limits(from day: CivilDate) -> [LimitRecorded] {
            func limit(
                _ code: String, _ value: Int, _ unit: String, _ demand: LimitDemand? = nil, lower: Int? = nil
            ) -> LimitRecorded {
                LimitRecorded(
                    outlet: outlet.id, pollutant: PollutantCode(checked: code), limit: DecimalNumber(value),
                    validFrom: day, validTo: nil,
                    source: "排污许可证 \(enterprise.creditCode?.text ?? "")001P（示例）", demand: demand,
                    lower: lower.map { DecimalNumber($0) }, unit: unit, averaging: .day, sourceKind: .permit)
            }
            return [
                limit("w01018", oxygenDemandMax, "mg/L"), limit("w21003", ammoniaMax, "mg/L"),
                limit("w01001", 9, "1", .within, lower: 6),
            ]
        }
    }

    /// The outlets for waste water: two dye works. What the first one's treatment let through yesterday opens a case.
    static func wasteWater(of firms: [Firm]) throws -> [WasteWater] {
        let works: [(Int, Double, Double?, [DemoMove])] = [(1, 62, 0.21, DemoMove.beginning(2)), (2, 85, nil, [])]
        return try works.map { index, flow, multiple, moves in
            let (number, owner) = (index + 1, firms[index].enterprise)
            guard let outlet = OutletID("\(owner.id)-DW001"),
                let device = DeviceNumber("99DE\(owner.region)\((1_000 + number).padded(14))")
            else { throw Defect(line: number) }
            return WasteWater(
                enterprise: owner,
                outlet: Outlet(
                    id: outlet, enterprise: owner.id, number: "DW001", name: "废水总排口", medium: .wasteWater,
                    device: device),
                oxygenDemandMax: 80, ammoniaMax: 10, flow: flow, multiple: multiple, moves: moves)
        }
    }

    /// The document by which the invented city adopts the daily mean of waste water as deciding.
    static func adoption(from day: CivilDate) -> RuleAdopted {
        RuleAdopted(
            rule: "MON-02", validFrom: day, validTo: nil, source: "示例市环发〔示例〕1号 关于废水自动监测日均值判定的通知（示例）")
    }
}
