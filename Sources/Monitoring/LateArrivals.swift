import Kernel
import Persistence

/// Collects the days and months whose values came, or are read otherwise, after what looks at them once was due, and
/// has them looked at again (decision 176).
struct LateArrivals {
    private var days: Set<Day> = []
    private var months: Set<OutletID> = []
    private let signsUntil: CivilDate
    private let monthsUntil: AmountMonth

    private struct Day: Hashable, Comparable {
        let outlet: OutletID
        let day: CivilDate

        static func < (left: Day, right: Day) -> Bool { (left.outlet, left.day) < (right.outlet, right.day) }
    }

    /// What comes at a moment.
    init(at now: Instant) {
        signsUntil = SignWatch.dayDue(by: now)
        monthsUntil = AmountWatch.monthDue(by: now)
    }

    /// Notes an hourly value.
    mutating func note(_ hour: Instant, at outlet: OutletID) {
        noteMinutes(hour, at: outlet)
        guard hour < monthsUntil.next.start else { return }
        months.insert(outlet)
    }

    /// Notes minutes, with which hourly values are compared.
    mutating func noteMinutes(_ time: Instant, at outlet: OutletID) {
        let day = time.civil.date
        // What reaches across midnight shows on the day behind.
        for day in [day, day.adding(days: 1)] where day <= signsUntil {
            days.insert(Day(outlet: outlet, day: day))
        }
    }

    func settle(now: Instant, in access: any WriteAccess) throws {
        for late in days.sorted() { try LateDayStore.note(late.day, of: late.outlet, now: now, in: access) }
        for outlet in months.sorted() { try LateMonthStore.note(outlet, now: now, in: access) }
    }
}
