public import Kernel

/// A value of an outlet that somebody wants to see beside its default limit.
public struct OutletValue: Hashable, Sendable {
    /// Under which limits an outlet falls.
    public enum Place: Hashable, Sendable {
        /// A table that was named.
        case table(DischargeTable.Name)
        /// The default of its trade.
        case trade(IndustryCode, Discharge)
    }

    /// Under which limits it falls.
    public let place: Place
    /// What was measured.
    public let factor: PollutantCode
    /// Over which time.
    public let period: ValuePeriod
    /// The value.
    public let value: DecimalNumber
    /// Its unit.
    public let unit: MeasurementUnit
    /// The day, and what may decide between limits.
    public let circumstances: LimitCircumstances
    /// The detection limit of the method, in the value's unit; nil when it is not known.
    public let detectionLimit: DecimalNumber?
    /// The water of the period and what was produced; nil when they are not known, and the value stands as measured.
    public let water: WaterOfPeriod?

    /// A value with its place and circumstances.
    public init(
        place: Place, factor: PollutantCode, period: ValuePeriod, value: DecimalNumber, unit: MeasurementUnit,
        circumstances: LimitCircumstances, detectionLimit: DecimalNumber? = nil,
        water: WaterOfPeriod? = nil
    ) {
        self.place = place
        self.factor = factor
        self.period = period
        self.value = value
        self.unit = unit
        self.circumstances = circumstances
        self.detectionLimit = detectionLimit
        self.water = water
    }
}
