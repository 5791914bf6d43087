public import Facts
public import Kernel

/// Whether a furnace was too cold on a natural day: more than five low five-minute means in normal operation (Order 10
/// art. 7, GB 18484-2020 9.4).
public enum LowTemperatureDay {
    /// One five-minute window, in order from 00:00.
    public enum Window: Codable, Sendable, Equatable {
        /// Its mean, ℃.
        case mean(ExactQuotient)
        /// No value.
        case missing
        /// Not in normal operation by a mark that holds: starting, stopping, fault.
        case exempt
    }

    /// What came of it.
    public struct Outcome: Codable, Sendable, Equatable {
        /// Windows below the limit in normal operation.
        public let low: Int
        /// Windows without a value.
        public let missing: Int
        /// Windows that a mark takes out.
        public let exempt: Int
        /// Whether the low ones are too many.
        public let isViolation: Bool
    }

    /// Judges the windows of a natural day against the lowest allowed temperature, ℃.
    public static func judge(
        _ windows: [Window], degreesMin: RuleFigure<Int>, figures: FurnaceFigures
    ) -> Ruling<Outcome> {
        let exact = RuleFigure(
            DecimalNumber(degreesMin.value), certainty: degreesMin.certainty, source: degreesMin.source)
        return judge(windows, degreesMin: exact, figures: figures)
    }

    /// Judges the windows of a natural day against the lowest temperature that a recorded limit allows, ℃.
    public static func judge(
        _ windows: [Window], degreesMin: RuleFigure<DecimalNumber>, figures: FurnaceFigures
    ) -> Ruling<Outcome> {
        let limit = ExactQuotient(degreesMin.value)
        var (low, missing, exempt) = (0, 0, 0)
        for window in windows {
            switch window {
            case .mean(let degrees): low += degrees < limit ? 1 : 0
            case .missing: missing += 1
            case .exempt: exempt += 1
            }
        }
        let isViolation = low > figures.lowWindowsMax.value
        let counts = Phrase(
            "5分钟均值低于 \(degreesMin.shown(unit: "℃").zh) 共 \(low) 次，缺 \(missing) 次，标记豁免 \(exempt) 次",
            "five-minute means below \(degreesMin.shown(unit: "°C").en): \(low); missing: \(missing); "
                + "taken out by a mark: \(exempt)")
        let most = figures.lowWindowsMax.shown()
        let conclusion =
            isViolation
            ? Phrase("\(low) > \(most.zh)，构成违法", "\(low) > \(most.en): a violation")
            : Phrase("\(low) ≤ \(most.zh)，不构成违法", "\(low) ≤ \(most.en): no violation")
        return Ruling(
            outcome: Outcome(low: low, missing: missing, exempt: exempt, isViolation: isViolation),
            steps: [counts, conclusion])
    }
}
