import Kernel
import Standards

/// From when uploaded and computed means are a sign, from `share/rules/falsification-signs.json`. Design values.
struct ComputedDifferenceFigures: Codable, Hashable, Sendable {
    /// So far from the computed mean, in per cent of it, an uploaded one may lie.
    let differencePercentMax: RuleFigure<DecimalNumber>
    /// And so many of its own last digits in any case, because devices round.
    let stepsMax: RuleFigure<Int>
    /// Differing hours of a day; one differing day suffices.
    let hoursMin: RuleFigure<Int>
}
