/// A moment as the clock on the wall in China shows it: UTC+8 the year round (no summer time since 1991).
public struct CivilTime: Hashable, Sendable {
    /// The calendar day.
    public let date: CivilDate
    /// 0…23.
    public let hour: Int
    /// 0…59.
    public let minute: Int
    /// 0…59.
    public let second: Int
    /// 0…999.
    public let millisecond: Int

    /// China Standard Time is eight hours ahead of UTC.
    public static let offsetMilliseconds: Int64 = 8 * 3_600_000

    /// The civil time at a moment.
    public init(_ instant: Instant) {
        let local = instant.milliseconds + Self.offsetMilliseconds
        let day = local.floorDivided(by: 86_400_000)
        let rest = Int(local - day * 86_400_000)
        date = CivilDate(dayNumber: day)
        hour = rest / 3_600_000
        minute = rest / 60_000 % 60
        second = rest / 1_000 % 60
        millisecond = rest % 1_000
    }

    /// `2026-11-23 14:00`, the form of pages.
    public var minuteText: String { "\(date) \(hour.padded(2)):\(minute.padded(2))" }

    /// `2026-11-23 14:00:05`.
    public var secondText: String { "\(minuteText):\(second.padded(2))" }

    /// `14:00:05` on the day itself, else with its date: for lists of what is happening now.
    public func clockText(on today: CivilDate) -> String {
        date == today ? "\(hour.padded(2)):\(minute.padded(2)):\(second.padded(2))" : secondText
    }

    /// `20261123140005`, the form of addresses and of HJ 212.
    public var digits: String {
        let (year, month, day) = date.parts
        return year.padded(4) + [month, day, hour, minute, second].map { $0.padded(2) }.joined()
    }

    /// `2026-11-23T14:00:05.000+08:00`, ISO 8601, the form of interfaces.
    public var isoText: String {
        "\(date)T\(hour.padded(2)):\(minute.padded(2)):\(second.padded(2)).\(millisecond.padded(3))+08:00"
    }
}

extension Instant {
    /// This moment on the wall clock in China.
    public var civil: CivilTime { CivilTime(self) }

    /// This moment as the end of a term, `2026-11-23 24:00`: a term that runs out at midnight ends with its last day,
    /// and does not reach into the next one.
    public var termText: String {
        let time = civil
        guard time.hour == 0, time.minute == 0, time.second == 0 else { return time.minuteText }
        return "\(time.date.adding(days: -1)) 24:00"
    }

    /// The first moment of a civil day.
    public init(startOf date: CivilDate) {
        self.init(milliseconds: date.dayNumber * 86_400_000 - CivilTime.offsetMilliseconds)
    }

    /// The start of the full hour this moment lies in. (China's offset is whole hours, so UTC hours are civil hours.)
    public var startOfHour: Instant {
        Instant(milliseconds: milliseconds.floorDivided(by: 3_600_000) * 3_600_000)
    }
}

extension Int {
    /// Decimal digits with leading zeros up to `width`.
    public func padded(_ width: Int) -> String {
        let digits = String(magnitude)
        let zeros = String(repeating: "0", count: Swift.max(0, width - digits.count))
        return (self < 0 ? "-" : "") + zeros + digits
    }
}

extension Int64 {
    /// Division that rounds toward negative infinity, so that days before 1970 count rightly.
    func floorDivided(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
