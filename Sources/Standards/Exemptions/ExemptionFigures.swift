/// The figures of the exemptions of waste incinerators of one standard (GB 18485-2014 with Order 10, or GB 18484-2020).
public struct ExemptionFigures: Codable, Hashable, Sendable {
    /// Starting, stopping, fault and accident: hours of a calendar year.
    public let irregularHoursPerYearMax: RuleFigure<Int>
    /// Each start until the fire is steady: hours in a row.
    public let startingHoursInARowMax: RuleFigure<Int>
    /// Each fault or accident: hours in a row.
    public let irregularHoursInARowMax: RuleFigure<Int>
    /// The greatest hourly mean of particulate matter in these hours, mg/m³.
    public let particulateMax: RuleFigure<Int>
    /// Warming before feeding and cooling after burn-out: hours of a calendar year.
    public let warmingHoursPerYearMax: RuleFigure<Int>
    /// Maintenance of the analysers: hours of a calendar quarter.
    public let maintenanceHoursPerQuarterMax: RuleFigure<Int>
}
