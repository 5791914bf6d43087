import Facts
import Kernel
import Registry

/// An outlet of the invented city that lives by the kind of outlet it is, and the story of its month.
struct DemoPlace: Sendable {
    let enterprise: Enterprise
    let outlet: Outlet
    let process: DemoProcess
    /// Whether its data logger speaks HJ 212-2025; the others speak 2017.
    let speaks2025: Bool
    let story: DemoPlaceStory

    /// The limits of its permit.
    func limits(from day: CivilDate) -> [LimitRecorded] {
        let source = process.source(permit: "\(enterprise.creditCode?.text ?? "")001P")
        let limits = process.factors.compactMap {
            $0.recorded(at: outlet.id, from: day, source: source, table: process.table)
        }
        let coldest = process.furnace?.degreesMin.map { degrees in
            LimitRecorded(
                outlet: outlet.id, pollutant: DemoPlaceCurve.furnaceTemperature, limit: DecimalNumber(degrees),
                validFrom: day, validTo: nil, source: source, demand: .atLeast, unit: "degC", averaging: .day,
                sourceKind: .permit, table: process.table)
        }
        return limits + [coldest].compactMap(\.self)
    }
}
