/// Why starting or stopping does not excuse the exceedances of a case.
public enum ConditionDefect: Equatable, Sendable {
    /// One of them is a mean of a day, or of waste water: no rule gives a start or stop of such a source a length.
    case notHoursOfWasteGas
    /// No kind of start or stop is named that the trade of the enterprise may claim for these factors.
    case windowMissing
    /// From the first hour to the last they are longer than the kind, or the longest allowed at all.
    case tooLong(hours: Int, max: Int)
}
