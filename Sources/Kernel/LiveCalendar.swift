import Synchronization

/// The calendar of a running program: days that are announced meanwhile count for every clock that begins afterwards.
public final class LiveCalendar: WorkingDays {
    private let known: Mutex<WorkingDayCalendar>

    /// A calendar as it stands at the start.
    public init(_ calendar: WorkingDayCalendar) {
        known = Mutex(calendar)
    }

    public var calendar: WorkingDayCalendar { known.withLock { $0 } }

    /// Goes on with another calendar.
    public func turn(to calendar: WorkingDayCalendar) {
        known.withLock { $0 = calendar }
    }
}
