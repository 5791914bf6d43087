import Kernel
import Standards

/// What ran out of an outlet hour by hour: the concentration as measured beside the flow.
struct EmissionHours: Codable, Hashable, Sendable {
    /// As measured, not converted: mg/m³ dry at standard state for a stack, mg/L for water.
    let concentrations: HourCurve
    /// m³/h, which is the m³ of the hour; for a stack dry at standard state.
    let flows: HourCurve

    /// One hour.
    enum State: Hashable, Sendable {
        /// From valid values.
        case measured(EmittedMass)
        /// Neither valid nor stopped.
        case gap
        /// Marked as standing still (F).
        case stopped
    }

    /// Each hour in order.
    func states(of medium: AmountMedium) -> [State] {
        concentrations.values.indices.map { place in
            guard concentrations.marks[place] != "F", flows.marks[place] != "F" else { return .stopped }
            guard let concentration = concentrations.validValue(place), let flow = flows.validValue(place),
                let mass = medium.mass(concentration, flow)
            else { return .gap }
            return .measured(mass)
        }
    }

    /// The first so many hours.
    func prefix(_ hours: Int) -> EmissionHours {
        func cut(_ curve: HourCurve) -> HourCurve {
            HourCurve(
                start: curve.start, values: Array(curve.values.prefix(hours)), marks: Array(curve.marks.prefix(hours)))
        }
        return EmissionHours(concentrations: cut(concentrations), flows: cut(flows))
    }
}

/// Into what an outlet discharges.
enum AmountMedium: String, Codable, Hashable, Sendable {
    case air, water

    /// The code of the flow of the whole outlet (HJ 212-2017 tables B.1, B.2).
    var flowCode: PollutantCode {
        switch self {
        case .air: PollutantCode(checked: "a00000")
        case .water: PollutantCode(checked: "w00000")
        }
    }

    /// Nil for an amount that cannot be.
    func mass(_ concentration: DecimalNumber, _ cubicMetres: DecimalNumber) -> EmittedMass? {
        switch self {
        case .air: EmittedMass(milligramsPerCubicMetre: concentration, cubicMetres: cubicMetres)
        case .water: EmittedMass(milligramsPerLitre: concentration, cubicMetres: cubicMetres)
        }
    }
}
