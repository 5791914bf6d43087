public import Kernel

/// The figures of converting to reference oxygen and of checking what a device converted.
public struct ConversionFigures: Codable, Hashable, Sendable {
    /// From this oxygen content on a furnace counts as stopped, per cent; below the 21 of air.
    public let stoppedFromPercent: RuleFigure<DecimalNumber>
    /// So far, in per cent of our own value, may a device's converted value lie from it and still agree.
    public let differencePercentMax: RuleFigure<DecimalNumber>
    /// So far it may lie in any case, in the value's unit, because devices round.
    public let differenceMax: RuleFigure<DecimalNumber>
}
