import Facts
import Kernel

/// What the instruments of an invented outlet measure of one factor, and what the permit asks of it. Figures are in
/// thousandths of the factor's unit, so that means are made without binary fractions.
struct DemoFactor: Sendable {
    let code: PollutantCode
    /// The permitted value, in thousandths; nil where nothing is asked.
    let limit: Int?
    /// The lower end of a permitted range, in thousandths.
    let lower: Int?
    /// The unit of the limit; nil for mg/m³.
    let unit: String?
    let averaging: MeanPeriod
    /// What is measured on an ordinary day, in thousandths.
    let usual: Int
    /// By how much ordinary days sway, as a share of the usual value.
    let sway: Double
    /// Digits behind the point that the logger writes.
    let digits: Int
    /// Whether the device converts it to the reference oxygen.
    let isConverted: Bool

    /// A concentration in waste gas, judged by the hour unless told otherwise, mg/m³.
    static func gas(
        _ code: String, _ limit: Int, by averaging: MeanPeriod = .hour, share: Double = 0.5, converted: Bool = true
    ) -> DemoFactor {
        DemoFactor(
            code: PollutantCode(checked: code), limit: limit * 1_000, lower: nil, unit: nil, averaging: averaging,
            usual: Int(Double(limit) * share * 1_000), sway: 1, digits: 2, isConverted: converted)
    }

    /// A concentration in waste water, judged by the day; the limit in thousandths of mg/L.
    static func water(_ code: String, _ limit: Int, share: Double = 0.5) -> DemoFactor {
        DemoFactor(
            code: PollutantCode(checked: code), limit: limit, lower: nil, unit: "mg/L", averaging: .day,
            usual: Int(Double(limit) * share), sway: 1, digits: limit < 1_500 ? 3 : 2, isConverted: false)
    }

    /// pH of waste water, 6 to 9 by the permit.
    static let acidity = DemoFactor(
        code: PollutantCode(checked: "w01001"), limit: 9_000, lower: 6_000, unit: "1", averaging: .day, usual: 7_400,
        sway: 0.1, digits: 2, isConverted: false)

    /// Something that is only measured.
    static func measured(_ code: String, _ usual: Double, sway: Double) -> DemoFactor {
        DemoFactor(
            code: PollutantCode(checked: code), limit: nil, lower: nil, unit: nil, averaging: .hour,
            usual: Int(usual * 1_000), sway: sway, digits: 2, isConverted: false)
    }

    /// The limit as the permit records it; nil where nothing is asked.
    func recorded(at outlet: OutletID, from day: CivilDate, source: String, table: String?) -> LimitRecorded? {
        guard let limit, let value = DecimalNumber(Self.text(limit, digits: 3)) else { return nil }
        return LimitRecorded(
            outlet: outlet, pollutant: code, limit: value, validFrom: day, validTo: nil, source: source,
            demand: lower.map { _ in .within }, lower: lower.flatMap { DecimalNumber(Self.text($0, digits: 3)) },
            unit: unit, averaging: averaging == .hour ? nil : averaging, sourceKind: .permit, table: table)
    }

    /// A figure in thousandths as loggers write it, rounded half up to so many digits, at most three.
    static func text(_ thousandths: Int, digits: Int) -> String {
        let unit = digits >= 3 ? 1 : digits == 2 ? 10 : 100
        let rounded = (thousandths + unit / 2) / unit * unit
        return "\(rounded / 1_000).\(String((rounded % 1_000).padded(3).prefix(digits)))"
    }
}
