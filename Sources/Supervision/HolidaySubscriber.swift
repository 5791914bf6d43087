import Facts
import Kernel
import Persistence

/// Turns a running program's calendar to days off that were imported meanwhile.
struct HolidaySubscriber: JournalSubscriber {
    let calendar: LiveCalendar

    let subscriberName = "supervision.holidays"
    let subscribedKinds: Set<String> = [HolidaysImported.kind]

    func receive(_ entry: JournalEntry, in access: any WriteAccess) throws {
        calendar.turn(to: try SupervisionRoom.calendar(calendar.calendar, with: access))
    }
}
