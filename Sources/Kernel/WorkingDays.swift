/// Whoever knows the calendar that clocks are counted on now.
public protocol WorkingDays: Sendable {
    /// The calendar as it stands.
    var calendar: WorkingDayCalendar { get }
}
