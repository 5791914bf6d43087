import Facts
public import Kernel
public import Persistence

extension SupervisionRoom {
    /// A calendar with the days that were imported into a database.
    public static func calendar(
        _ calendar: WorkingDayCalendar, with access: any ReadAccess
    ) throws -> WorkingDayCalendar {
        let days = try HolidayStore.all(in: access)
        return calendar.adding(
            holidays: days.filter { !$0.isWorked }.map(\.day), makeUpWorkdays: days.filter(\.isWorked).map(\.day))
    }

    /// Takes a table of days off, whole or not at all; each year becomes a fact. Clocks that run keep their end.
    public func take(_ holidays: HolidayImport, in access: any WriteAccess) throws {
        guard holidays.refused.isEmpty else { return }
        for day in holidays.days { try HolidayStore.insert(day, in: access) }
        for year in holidays.years {
            let days = holidays.days.filter { $0.day.parts.year == year }
            try desk.journal.append(
                HolidaysImported(year: year, days: days.count, digest: HolidayChecks.digest(of: days)), about: .city,
                by: .system("import"), in: access)
        }
    }

    /// Brings days off that were imported into the calendar of a running program.
    public func holidaySubscriber(turning calendar: LiveCalendar) -> any JournalSubscriber {
        HolidaySubscriber(calendar: calendar)
    }

    /// The calendar that clocks are counted on.
    public var calendar: WorkingDayCalendar { rules.calendar }
}
