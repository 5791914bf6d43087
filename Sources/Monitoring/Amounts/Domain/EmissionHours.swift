import Kernel
import Standards

/// What ran out of an outlet hour by hour: the concentration as measured beside the flow.
struct EmissionHours: Codable, Hashable, Sendable {
    /// As measured, not converted: mg/m³ dry at standard state for a stack, mg/L for water.
    let concentrations: HourCurve
    /// m³/h, which is the m³ of the hour; for a stack dry at standard state.
    let flows: HourCurve
    /// What the enterprise marked of these hours; nil where nothing is, and in decisions of the time before.
    var stretches: [MarkedStretch]?

    /// One hour.
    enum State: Hashable, Sendable {
        /// From valid values.
        case measured(EmittedMass)
        /// Neither valid nor stopped.
        case gap
        /// Marked as standing still, by the device (F) or by the enterprise.
        case stopped
    }

    /// Each hour in order.
    func states(of medium: AmountMedium) -> [State] {
        zip(concentrations.values.indices, markedPlaces).map { place, marked in
            guard concentrations.marks[place] != "F", flows.marks[place] != "F", marked?.effect != .stopped else {
                return .stopped
            }
            guard marked?.effect != .void, let concentration = concentrations.validValue(place),
                let flow = flows.validValue(place), let mass = medium.mass(concentration, flow)
            else { return .gap }
            return .measured(mass)
        }
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
