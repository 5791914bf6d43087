import Facts
import Foundation
import Kernel
import Standards
import TestMaterial
import Testing

/// Worked cases of the standards, each with where it comes from: printed examples, tests of other people's programs,
/// and cases that were computed from the formula.
///
/// One of them stands against a known defect: a calculator expects 284.32 mg/m³ for 150 at 13.09 % oxygen and
/// reference 6; the formula gives 284.45, and that is what is held here.
struct StandardVectorsTests {
    private typealias Material = JudgingMaterial

    // MARK: - gbt8170

    static let rounding: [(id: String, value: String, digits: Int, expected: String, source: String)] = [
        ("gbt8170-005", "1.050", 1, "1", "printed example of GB/T 8170, quoted on daowen.com"),
        ("gbt8170-007", "2500", -3, "2000", "printed example of GB/T 8170, quoted on daowen.com"),
        ("gbt8170-009", "-0.0365", 3, "-0.036", "printed example of GB/T 8170, quoted on daowen.com"),
        ("gbt8170-010", "8.53459", 2, "8.53", "printed example of GB/T 8170, quoted on daowen.com"),
        ("gbt8170-011", "28.175", 2, "28.18", "wiki.szjm666.com"),
        ("gbt8170-012", "28.165", 2, "28.16", "wiki.szjm666.com"),
        ("gbt8170-013", "28.350", 1, "28.4", "wiki.szjm666.com"),
        ("gbt8170-014", "28.250", 1, "28.2", "wiki.szjm666.com"),
        ("gbt8170-015", "28.050", 1, "28", "wiki.szjm666.com"),
        ("gbt8170-017", "2.445", 2, "2.44", "tests of an environment calculator"),
        ("gbt8170-018", "2.455", 2, "2.46", "tests of an environment calculator"),
        ("gbt8170-019", "2.446", 2, "2.45", "tests of an environment calculator"),
        ("gbt8170-020", "2.444", 2, "2.44", "tests of an environment calculator"),
    ]

    @Test(arguments: rounding)
    func `gbt8170: a value is rounded once, an exact five to the even digit`(
        vector: (id: String, value: String, digits: Int, expected: String, source: String)
    ) throws {
        let rounded = Rounding.gbt8170(try Material.number(vector.value), fractionDigits: vector.digits)
        #expect(rounded.description == vector.expected, "\(vector.id), \(vector.source)")
    }

    // MARK: - o2_conversion

    static let conversions: [(id: String, measured: String, oxygen: String, furnace: String, expected: String?)] = [
        ("o2_conversion-001", "100", "10", "coal-power-unit", "136.363636"),
        ("o2_conversion-004", "40", "7", "oil-gas-boiler", "50"),
        ("o2_conversion-005", "200", "12", "coal-boiler", "266.666667"),
        ("o2_conversion-006", "300", "10", "cement-kiln", "300"),
        ("o2_conversion-008", "30", "21", "petrochemical-heater", nil),
        ("o2_conversion-009", "150", "13.09", "coal-power-unit", "284.450063"),
    ]

    @Test(arguments: conversions)
    func `o2_conversion: the formula of GB 13271, GB 4915 and GB 18484`(
        vector: (id: String, measured: String, oxygen: String, furnace: String, expected: String?)
    ) throws {
        let hour = OxygenConversion.Hour(
            measured: try Material.number(vector.measured), oxygen: try Material.number(vector.oxygen))
        let outcome = OxygenConversion.convert(
            hour, to: try Material.reference(vector.furnace), figures: try Material.figures().conversion
        ).outcome
        switch outcome {
        case .converted(let value): #expect("\(value.rounded(fractionDigits: 6))" == vector.expected, "\(vector.id)")
        case .notConverted(let reason): #expect(vector.expected == nil && reason == .oxygenOfAir, "\(vector.id)")
        case .asMeasured: Issue.record("\(vector.id) is converted or not, never judged as measured")
        }
    }

    // MARK: - exceed_multiple, flow_mean, daily_mean

    /// exceed_multiple-002: equal to the limit complies.
    @Test func `exceed_multiple: a value equal to its limit complies and has no multiple`() throws {
        #expect(ExceedMultiple.of(DecimalNumber(80), over: DecimalNumber(80)) == nil)
    }

    /// flow_mean-001: flow-weighted.
    @Test func `flow_mean: 40 with 100 and 60 with 300 cubic metres give 55`() throws {
        let readings = [(40, 100), (60, 300)].compactMap {
            WaterReading(value: DecimalNumber($0.0), volume: DecimalNumber($0.1))
        }
        let day = WaterDayMean.of(
            readings, expected: 2, weighting: .byFlow, figures: try Material.figures().validity
        ).outcome
        #expect(day.quotient == ExactQuotient(DecimalNumber(55)))
    }

    /// daily_mean-001: 20 valid hours.
    @Test func `daily_mean: ten hours of 70 and ten of 92 point 4 give 81 point 2`() throws {
        let valid = try Material.numbers(Array(repeating: "70", count: 10) + Array(repeating: "92.4", count: 10))
        let day = StackDayMean.of(valid + [nil, nil, nil, nil], figures: try Material.figures().validity).outcome
        #expect(day == .mean(ExactQuotient(try Material.number("81.2")), values: 20))
    }

    // MARK: - furnace_temperature, low_temperature_day

    /// furnace_temperature-001: medians 870 and 880.
    @Test func `furnace_temperature: the mean of the medians of two sections`() throws {
        let outcome = FurnaceTemperature.of(
            upper: [860, 870, 905].map { DecimalNumber($0) }, middle: [880, 900, 840].map { DecimalNumber($0) }
        ).outcome
        #expect(outcome == .degrees(DecimalNumber(875)))
    }

    /// low_temperature_day-001: five low means are not yet a violation.
    @Test func `low_temperature_day: five low windows of 288 are no violation`() throws {
        let figures = try Material.figures().furnace
        let windows = (0..<FurnaceTemperature.windowsPerDay).map { index in
            LowTemperatureDay.Window.mean(ExactQuotient(DecimalNumber(index < 5 ? 849 : 900)))
        }
        let outcome = LowTemperatureDay.judge(
            windows, degreesMin: figures.municipalDegreesMin, figures: figures
        ).outcome
        #expect(!outcome.isViolation && outcome.low == 5)
    }

    // MARK: - capture_rate, substitution_window

    /// capture_rate-001: a quarter.
    @Test func `capture_rate: 2160 hours, 160 stopped, 100 invalid are 95 per cent`() throws {
        let quarter = CaptureRate.quarter(
            hours: 2_160, stopped: 160, invalid: 100, figures: try Material.figures().validity
        ).outcome
        #expect(quarter.percent == ExactQuotient(DecimalNumber(95)) && quarter.outcome == .valid)
    }

    /// From the table of HJ 75-2017 as two programs have it.
    static let windows: [(id: String, capture: String, missing: Int, expected: Int)] = [
        ("substitution_window-001", "95", 24, 180), ("substitution_window-002", "95", 25, 720),
        ("substitution_window-004", "89.9", 5, 2_160), ("substitution_window-005", "75", 100, 2_160),
    ]

    @Test(arguments: windows)
    func `substitution_window: capture rate and length of the gap choose the window`(
        vector: (id: String, capture: String, missing: Int, expected: Int)
    ) throws {
        let window = StackSubstitution.window(
            capturePercent: ExactQuotient(try Material.number(vector.capture)), missingHours: vector.missing,
            figures: try Material.figures().substitution
        ).outcome
        #expect(window == .lastValidHours(vector.expected), "\(vector.id)")
    }

    // MARK: - base_water

    /// GB 4287-2012: 70 mg/L meets 80 as measured; at the reference volume of 1400 m³ it is 85 and does not.
    @Test(arguments: [("base_water-001", 1_700, 85), ("base_water-002", 1_200, 70)])
    func `base_water: more water than the reference volume counts as dilution`(
        id: String, discharged: Int, expected: Int
    ) throws {
        let outcome = ReferenceWaterConcentration.of(
            measured: DecimalNumber(70), discharged: DecimalNumber(discharged),
            products: [.init(output: DecimalNumber(10), cubicMetresPerUnit: DecimalNumber(140))]
        ).outcome
        switch outcome {
        case .atReferenceVolume(let value): #expect(value == ExactQuotient(DecimalNumber(expected)), "\(id)")
        case .asMeasured(let value): #expect(value == DecimalNumber(expected) && discharged < 1_400, "\(id)")
        case .noProduction: Issue.record("\(id) has a product")
        }
    }
}
