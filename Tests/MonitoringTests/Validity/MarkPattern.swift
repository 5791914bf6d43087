import Facts
import Kernel
import Standards

@testable import Monitoring

/// Hours as `docs/method/validity-and-marks.md` writes them, with what is marked of them.
enum MarkPattern {
    static let letters: [Character] = ["c", "x", "-", "i", "k", "S", "T"]

    static func reading(_ number: Int, _ letter: Character) -> HourReading? {
        switch letter {
        case "-": nil
        case "c": HourPattern.reading(number, "20")
        case "S", "T": HourPattern.reading(number, "50", mark: String(letter))
        default: HourPattern.reading(number, "50")
        }
    }

    static func mark(
        _ number: Int64, _ hours: ClosedRange<Int>, _ meaning: MarkMeaning, window: String? = nil,
        pollutant: PollutantCode? = nil
    ) -> EnterpriseMark {
        EnterpriseMark(
            number: number, pollutant: pollutant, firstHour: HourPattern.hour(hours.lowerBound),
            lastHour: HourPattern.hour(hours.upperBound), meaning: meaning, window: window, first: nil, demand: nil)
    }

    /// One mark for each marked hour.
    static func marks(_ pattern: some Sequence<Character>) -> [EnterpriseMark] {
        pattern.enumerated().compactMap { number, letter in
            switch letter {
            case "i": mark(Int64(number) + 1, number...number, .calibration)
            case "k": mark(Int64(number) + 1, number...number, .starting, window: "coal-boiler/start/hot")
            default: nil
            }
        }
    }

    static func input(
        _ readings: [HourReading], _ marks: [EnterpriseMark], closings: [MarkClosing] = [], now: Instant,
        rules: ValidityRules, minutes: [MinuteCapture]? = nil
    ) -> MeanInput {
        MeanInput(
            outlet: MonitoringStage.outlet, pollutant: .sulphurDioxide, period: .hour, readings: readings,
            limits: HourPattern.limits, parameters: HourPattern.parameters, now: now, marks: marks,
            term: MarkTerm(hourMax: rules.markHourMax, closings: closings), windows: rules.windows.rows,
            bounds: rules.bounds.bounds(of: .sulphurDioxide, unit: "mg/m3"), captures: [],
            figures: rules.figures.validity, waterReadingsMin: nil, adoptions: nil, cause: .value, minutes: minutes)
    }
}
