/// Which days are working days: the State Council's yearly notice moves some working days to weekends (调休).
///
/// Outside the years it was given, weekends and New Year's Day are the only days off, and `isAnnounced(_:)` says so.
public struct WorkingDayCalendar: Sendable, Equatable {
    private let holidays: Set<CivilDate>
    private let makeUpWorkdays: Set<CivilDate>
    private let announcedYears: Set<Int>

    /// A calendar from the announced days off and the weekend days worked in exchange.
    public init(holidays: Set<CivilDate>, makeUpWorkdays: Set<CivilDate>) {
        self.holidays = holidays
        self.makeUpWorkdays = makeUpWorkdays
        announcedYears = Set(holidays.map { $0.parts.year })
    }

    /// The same calendar with further announced days.
    public func adding(holidays more: [CivilDate], makeUpWorkdays worked: [CivilDate]) -> WorkingDayCalendar {
        WorkingDayCalendar(holidays: holidays.union(more), makeUpWorkdays: makeUpWorkdays.union(worked))
    }

    /// Only weekends are off.
    public static let weekendsOnly = WorkingDayCalendar(holidays: [], makeUpWorkdays: [])

    /// Whether the State Council's notice for the year of this day is part of the calendar.
    public func isAnnounced(_ date: CivilDate) -> Bool {
        announcedYears.contains(date.parts.year)
    }

    /// Whether offices work on this day.
    public func isWorkingDay(_ date: CivilDate) -> Bool {
        if makeUpWorkdays.contains(date) { return true }
        let (_, month, day) = date.parts
        // 1 January is a day of rest in every year (全国年节及纪念日放假办法), with or without that year's notice.
        if month == 1, day == 1 { return false }
        return !holidays.contains(date) && !date.isWeekend
    }

    /// This day when it is a working day, else the next one.
    ///
    /// The search ends after a year: a calendar without a working day in 366 days is a broken table, not a fact.
    public func firstWorkingDay(onOrAfter date: CivilDate) -> CivilDate {
        for offset in 0..<366 where isWorkingDay(date.adding(days: Int64(offset))) {
            return date.adding(days: Int64(offset))
        }
        preconditionFailure("the holiday table leaves no working day within a year of \(date)")
    }
}

extension WorkingDayCalendar: WorkingDays {
    /// Itself, which never changes.
    public var calendar: WorkingDayCalendar { self }
}
