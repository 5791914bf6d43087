/// A factor as the instruments of the simulated city see it. Levels and limits are invented (design values); codes
/// and names are those of the standard.
struct SimulatedFactor: Sendable {
    /// The code of 2017 and 2025.
    let code: String
    /// The code of 2005.
    let code2005: String
    /// Decimal places on the wire.
    let decimals: Int
    /// Between which values the outlets of the city lie on an ordinary day, in the unit of the wire.
    let level: ClosedRange<Double>
    /// What an exceedance is a multiple of; nil for factors without one.
    let limit: Double?
    /// What is reported of it.
    let figures: Figures

    enum Figures: Sendable {
        /// A pollutant of a stack: measured and converted to reference oxygen (Zs).
        case converted
        /// A pollutant of waste water: values and the mass of the period (Cou).
        case totalled
        /// Minimum, mean and maximum.
        case spread
        /// The mean alone.
        case mean
        /// The volume of the period alone (Cou).
        case volume

        /// What a report of a period says of it, in the order of the frame.
        func ofPeriod(_ edition: LoggerEdition) -> [ReportLayout.Figure] {
            switch self {
            case .converted: [.min, .avg, .max, .zsMin, .zsAvg, .zsMax]
            case .totalled: [.cou, .min, .avg, .max]
            case .spread: [.min, .avg, .max]
            case .mean: [.avg]
            case .volume: [.cou]
            }
        }

        /// What a report of instantaneous values says of it.
        var ofMoment: [ReportLayout.Figure] {
            self == .converted ? [.rtd, .zsRtd] : [.rtd]
        }
    }

    static let stack = [
        SimulatedFactor(
            code: "a21026", code2005: "02", decimals: 2, level: 8...26, limit: 35, figures: .converted),
        SimulatedFactor(
            code: "a21002", code2005: "03", decimals: 2, level: 18...42, limit: 50, figures: .converted),
        SimulatedFactor(
            code: "a34013", code2005: "01", decimals: 2, level: 1.5...7, limit: 10, figures: .converted),
        SimulatedFactor(code: "a19001", code2005: "S01", decimals: 2, level: 7...11, limit: nil, figures: .spread),
        SimulatedFactor(code: "a01012", code2005: "S03", decimals: 1, level: 70...140, limit: nil, figures: .mean),
        SimulatedFactor(code: "a01014", code2005: "S05", decimals: 1, level: 6...14, limit: nil, figures: .mean),
        SimulatedFactor(code: "a00000", code2005: "B02", decimals: 1, level: 6...48, limit: nil, figures: .volume),
    ]

    static let wasteWater = [
        SimulatedFactor(
            code: "w01018", code2005: "011", decimals: 2, level: 60...150, limit: 200, figures: .totalled),
        SimulatedFactor(
            code: "w21003", code2005: "060", decimals: 3, level: 2...12, limit: 20, figures: .totalled),
        SimulatedFactor(
            code: "w21011", code2005: "101", decimals: 3, level: 0.2...1.0, limit: 1.5, figures: .totalled),
        SimulatedFactor(
            code: "w21001", code2005: "065", decimals: 2, level: 12...24, limit: 30, figures: .totalled),
        SimulatedFactor(code: "w01001", code2005: "001", decimals: 2, level: 6.6...8.4, limit: nil, figures: .spread),
        SimulatedFactor(
            code: "w00000", code2005: "B01", decimals: 2, level: 3...40, limit: nil, figures: .totalled),
        SimulatedFactor(
            code: "w01010", code2005: "w01010", decimals: 1, level: 16...31, limit: nil, figures: .mean),
    ]

    /// The index of the oxygen content among the factors of a stack.
    static let oxygenIndex = 3
}
