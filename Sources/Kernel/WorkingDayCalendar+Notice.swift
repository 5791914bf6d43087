extension WorkingDayCalendar {
    /// The year into which a term reaches that was counted in days, when the State Council's notice for that year is
    /// not part of the calendar; nil for every other term. One that was counted in days ends with a day.
    public func unannouncedYear(until due: Instant) -> Int? {
        let end = due.civil
        guard end.hour == 0, end.minute == 0, end.second == 0 else { return nil }
        let last = end.date.adding(days: -1)
        return isAnnounced(last) ? nil : last.parts.year
    }

    /// What is to be known of such a term, in words.
    public static func caution(of year: Int) -> Phrase {
        Phrase(
            "\(year)年放假安排尚未导入，工作日仅按周末和元旦推算；导入后不改动已开始的时限",
            "the days off of \(year) are not imported: working days are counted by weekends and New Year's Day alone; "
                + "terms that run keep their end")
    }

    /// The year whose notice is missing on a day: its own, and from November on, when notices come, the next.
    public func yearToImport(on today: CivilDate) -> Int? {
        let (year, month, _) = today.parts
        guard isAnnounced(today) else { return year }
        guard month >= Self.noticeMonth, let next = CivilDate(year: year + 1, month: 1, day: 1) else { return nil }
        return isAnnounced(next) ? nil : year + 1
    }

    /// The State Council announces a year's days off in the November before (2025-11-04 for 2026).
    private static let noticeMonth = 11
}
