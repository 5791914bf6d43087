/// The figures of actual amounts for the permit.
public struct AmountFigures: Codable, Hashable, Sendable {
    /// With gaps of more than this share of a period automatic data cannot be its basis, per cent.
    public let gapSharePercentMax: RuleFigure<Int>
}
