import Standards

/// From when missing, repeated or differing converted values are a sign, from `share/rules/falsification-signs.json`;
/// the tolerance of one hour is in `share/rules/judging-values.json`. Design values.
struct ConversionDoubtFigures: Codable, Hashable, Sendable {
    /// Hours of a day without a converted value, or with one that differs, together.
    let hoursMin: RuleFigure<Int>
    /// Hours of a day whose converted value is the measured one again.
    let equalHoursMin: RuleFigure<Int>
    /// So many of the last digits may our own conversion lie from a repeated value, because devices round.
    let stepsMax: RuleFigure<Int>
    /// Where oxygen is missing: a repeated value with fewer steps is coarse, and may convert to itself.
    let stepsMin: RuleFigure<Int>
}
