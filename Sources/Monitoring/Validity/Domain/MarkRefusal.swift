public import Kernel

/// Why hours are not marked, or their marks not closed.
public enum MarkRefusal: Error, Equatable, Sendable {
    /// The outlet does not exist, or is not in sight.
    case notFound
    /// An hour is missing or is no full hour.
    case hourMissing(field: String)
    /// The last hour lies before the first.
    case hoursInDisorder
    /// The hours have not begun yet.
    case ahead
    /// The marks of an hour have closed.
    case tooLate(hour: Instant, until: Instant)
    /// The enterprise has closed the marks of an hour itself.
    case closedByYou(hour: Instant)
    /// Nothing is marked that could be taken back.
    case nothingMarked
    /// The reason is not told.
    case reasonMissing
    /// The factor is none of this outlet.
    case otherFactor
    /// The claimed length is none of the rules, or does not belong to what is marked.
    case otherWindow
    /// More hours than the claimed kind of start or stop may take.
    case beyondWindow(max: Int)
    /// So many marks were stated within a day.
    case tooMany(max: Int)
    /// More hours than can be marked at once.
    case tooLong(max: Int)
    /// No hour of the day is over whose marks are still open.
    case nothingToClose
    /// The day is no day.
    case dayMissing
}
