/// The figures of actual amounts for the permit.
public struct AmountFigures: Codable, Hashable, Sendable {
    /// With gaps of more than this share of a period automatic data cannot be its basis, per cent.
    public let gapSharePercentMax: RuleFigure<Int>
    /// An uploaded hourly total may differ by so much from concentration times flow, per cent of the latter.
    public let uploadedDifferencePercentMax: RuleFigure<Int>
}
