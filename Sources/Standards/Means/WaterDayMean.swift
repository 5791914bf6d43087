public import Facts
import FoundationEssentials
public import Kernel

/// The daily mean of waste water: weighted with the flow where it was measured (HJ 356-2019, from memory).
public enum WaterDayMean {
    /// How readings of a day are averaged.
    public enum Weighting: String, Codable, Sendable, CaseIterable {
        /// Each reading counts as much as the water that ran by.
        case byFlow = "by-flow"
        /// Each reading counts the same: pH, and anything without flow.
        case equal

        /// The weighting for a factor: pH (w01001) is a logarithm and is not weighted.
        public init(for factor: PollutantCode) {
            self = factor.text.lowercased() == "w01001" ? .equal : .byFlow
        }
    }

    /// The mean of a day's valid readings, in their unit.
    ///
    /// - Parameters:
    ///   - readings: The valid readings of the natural day, hourly or two-hourly.
    ///   - expected: How many the sampling plan of that day expects.
    public static func of(
        _ readings: [WaterReading], expected: Int, weighting: Weighting, figures: ValidityFigures
    ) -> Ruling<DayMean> {
        let capture = CaptureRate.waterDay(validReadings: readings.count, expected: expected, figures: figures)
        switch capture.outcome {
        case .valid where !readings.isEmpty: break
        case .nothingExpected: return Ruling(outcome: .noDischarge, steps: capture.steps)
        case .valid, .notValid:
            let step = Phrase("有效数据不足，不计算日均值", "too few valid readings: no daily mean")
            return Ruling(outcome: .notEnough(values: readings.count), steps: capture.steps + [step])
        }
        let volumes = readings.compactMap(\.volume)
        let isWeighted = weighting == .byFlow && volumes.count == readings.count
        let ruling = isWeighted ? weighted(readings) : equal(readings, weighting: weighting)
        return Ruling(outcome: ruling.outcome, steps: capture.steps + ruling.steps)
    }

    private static func weighted(_ readings: [WaterReading]) -> Ruling<DayMean> {
        let volume = readings.reduce(Decimal(0)) { $0 + ($1.volume?.value ?? 0) }
        guard volume > 0 else {
            let step = Phrase("当日水量为零，无排放，不作判定", "no water ran that day: nothing discharged, not judged")
            return Ruling(outcome: .noDischarge, steps: [step])
        }
        let load = readings.reduce(Decimal(0)) { $0 + $1.value.value * ($1.volume?.value ?? 0) }
        let mean = ExactQuotient(DecimalNumber(load), over: DecimalNumber(volume))
        let words = "Σ(C·Q) ÷ ΣQ = \(DecimalNumber(load)) ÷ \(DecimalNumber(volume)) = \(mean.text)"
        let step = Phrase("流量加权日均值 \(words)", "flow-weighted daily mean \(words)")
        return Ruling(outcome: .mean(mean, values: readings.count), steps: [step])
    }

    private static func equal(_ readings: [WaterReading], weighting: Weighting) -> Ruling<DayMean> {
        let mean = DayMean.arithmetic(readings.map(\.value))
        let words = "\(mean.numerator) ÷ \(readings.count) = \(mean.text)"
        let reason =
            switch weighting {
            case .byFlow: Phrase("流量不全", "flow not complete")
            case .equal: Phrase("不按流量加权", "not weighted with the flow")
            }
        let step = Phrase("算术日均值（\(reason.zh)）\(words)", "arithmetic daily mean (\(reason.en)) \(words)")
        return Ruling(outcome: .mean(mean, values: readings.count), steps: [step])
    }
}
