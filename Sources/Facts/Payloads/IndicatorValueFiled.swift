public import Kernel

/// The owner of an indicator filed a value, or corrected the one before by another.
public struct IndicatorValueFiled: Fact {
    public static let kind = "governance.indicator-filed"
    /// The indicator's code.
    public let indicator: String
    /// The district; nil for the city as a whole.
    public let region: RegionCode?
    /// The last month of its period, `2026-10`.
    public let month: String
    /// 1 for the first value of the period, then its corrections.
    public let number: Int
    /// The value, in the indicator's unit.
    public let value: DecimalNumber
    /// The document that it stands in.
    public let source: String
    /// The unit that filed it.
    public let unit: String
    /// Why it replaces the one before; nil for a first value.
    public let reason: String?

    /// A filed value.
    public init(
        indicator: String, region: RegionCode?, month: String, number: Int, value: DecimalNumber, source: String,
        unit: String, reason: String?
    ) {
        self.indicator = indicator
        self.region = region
        self.month = month
        self.number = number
        self.value = value
        self.source = source
        self.unit = unit
        self.reason = reason
    }
}
