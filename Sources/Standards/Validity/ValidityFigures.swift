/// The figures that decide whether there are enough values for an hour, a day, a quarter.
public struct ValidityFigures: Codable, Hashable, Sendable {
    /// A stack's hour is valid from so many valid minutes on.
    public let hourMinutesMin: RuleFigure<Int>
    /// A stack's day is valid from so many valid hours on.
    public let stackDayHoursMin: RuleFigure<Int>
    /// A day of waste water is valid from this share of its expected readings on, per cent.
    public let waterDaySharePercentMin: RuleFigure<Int>
    /// A quarter's capture rate of a stack suffices from here on, per cent.
    public let quarterCapturePercentMin: RuleFigure<Int>
}
