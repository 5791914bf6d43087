/// Day counting in the Gregorian calendar. Day 0 is 1970-01-01.
///
/// Years are counted from March, so that the leap day is the last of its year and the lengths of the months before it
/// follow one line: (153 m + 2) / 5 days lie before month m (March is 0). A cycle of 400 years has 146,097 days;
/// 719,468 days lie between 0000-03-01 and 1970-01-01.
enum CivilCalendar {
    static func dayCount(year: Int, month: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// - Precondition: the year is 1 or later.
    static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        precondition(year >= 1, "years are counted from 1")
        let marchYear = month > 2 ? year : year - 1
        let dayOfMarchYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return marchYear * 365 + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfMarchYear - 719_468
    }

    /// - Precondition: the day is not before the year 1.
    static func date(dayNumber: Int) -> (year: Int, month: Int, day: Int) {
        let days = dayNumber + 719_468
        precondition(days >= 0, "days are counted from the year 1")
        let cycle = days / 146_097
        let dayOfCycle = days % 146_097
        let yearOfCycle = (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36524 - dayOfCycle / 146_096) / 365
        let dayOfMarchYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let monthFromMarch = (5 * dayOfMarchYear + 2) / 153
        let month = (monthFromMarch + 2) % 12 + 1
        let year = cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0)
        return (year, month, dayOfMarchYear - (153 * monthFromMarch + 2) / 5 + 1)
    }
}
