/// How long somebody has: the three kinds of time that Chinese administrative law counts in, plus minutes for alarms.
public struct StatutoryTerm: Hashable, Sendable, Codable {
    /// The unit a term is counted in; it changes the result, so it is part of the rule.
    public enum Unit: String, Sendable, Codable, CaseIterable {
        /// Minutes by the clock.
        case minute
        /// Hours by the clock.
        case hour
        /// 日: calendar days; the first day is not counted, a last day on a holiday moves to the next working day.
        case calendarDay = "calendar-day"
        /// 工作日: working days; the first day is not counted.
        case workingDay = "working-day"

        /// Whether holidays move the end of such a term.
        public var countsDays: Bool {
            switch self {
            case .minute, .hour: false
            case .calendarDay, .workingDay: true
            }
        }
    }

    /// How many units; at least 1.
    public let amount: Int
    /// What is counted.
    public let unit: Unit

    /// A term of `amount` units.
    public init(_ amount: Int, _ unit: Unit) {
        precondition(amount >= 1, "a term has at least one unit")
        self.amount = amount
        self.unit = unit
    }

    /// The moment the term runs out when it starts at `start`. Days run out at the end of the last day (24:00 civil
    /// time).
    public func due(from start: Instant, on calendar: WorkingDayCalendar) -> Instant {
        switch unit {
        case .minute:
            return start.adding(minutes: Int64(amount))
        case .hour:
            return start.adding(hours: Int64(amount))
        case .calendarDay:
            let last = calendar.firstWorkingDay(onOrAfter: start.civil.date.adding(days: Int64(amount)))
            return Instant(startOf: last.adding(days: 1))
        case .workingDay:
            var day = start.civil.date
            for _ in 0..<amount {
                day = calendar.firstWorkingDay(onOrAfter: day.adding(days: 1))
            }
            return Instant(startOf: day.adding(days: 1))
        }
    }
}
