import Standards

/// From when converted values are a sign (version 1 of the rule); the tolerance of one hour is in
/// `share/rules/judging-values.json`.
struct ConvertedDifferenceFigures: Codable, Hashable, Sendable {
    /// Differing hours of a day.
    let hoursMin: RuleFigure<Int>
}
