/// What the instruments of an outlet say of one period, factor after factor.
struct FactorSample {
    /// The data mark of the period.
    let mark: UInt8
    private let outlet: SimulatedOutlet
    private let moment: Int64
    private let periodMS: Int64
    private let event: OutletEvents.Event
    /// From measured to reference oxygen; 1 for waste water.
    private let conversion: Double
    private var factor = -1
    private var mean = 0.0
    private var spread = 0.0

    init(_ outlet: SimulatedOutlet, at moment: Int64, periodMS: Int64) {
        self.outlet = outlet
        self.periodMS = periodMS
        self.moment = moment + periodMS / 2
        event = outlet.events.event(at: self.moment)
        mark = event.mark
        switch outlet.medium {
        case .wasteWater: conversion = 1
        case .stack:
            // Reference oxygen 9 % (coal boiler): converted = measured × (21 − 9) / (21 − oxygen).
            let oxygen = outlet.signals[SimulatedFactor.oxygenIndex].value(at: self.moment, during: event)
            conversion = 12 / (21 - oxygen)
        }
    }

    /// Looks at another factor of the same period.
    mutating func turn(to factor: Int) {
        guard factor != self.factor else { return }
        self.factor = factor
        mean = outlet.signals[factor].value(at: moment, during: event)
        spread = 0.01 + 0.05 * outlet.draw.of(.spread).of(moment / 60_000 * 16 + Int64(factor)).share
    }

    /// A figure of the factor, as a whole number of its last decimal place.
    func scaled(_ figure: ReportLayout.Figure, decimals: Int) -> Int64 {
        let unit = decimals == 1 ? 10.0 : decimals == 2 ? 100.0 : 1_000.0
        return Int64((value(figure) * unit).rounded())
    }

    private func value(_ figure: ReportLayout.Figure) -> Double {
        switch figure {
        case .avg, .rtd, .flag: mean
        case .min: mean * (1 - spread)
        case .max: mean * (1 + spread)
        case .zsAvg, .zsRtd: mean * conversion
        case .zsMin: mean * conversion * (1 - spread)
        case .zsMax: mean * conversion * (1 + spread)
        // Of a flow in units a second, the volume; of a concentration, a mass in proportion.
        case .cou: mean * Double(periodMS) / 1_000_000
        }
    }
}
