/// A local time of the wire: Asia/Shanghai, to the millisecond.
///
/// The zone is taken as UTC+8 throughout. That is exact since 1991-09-15; earlier summers had daylight saving time,
/// which no logger clock means.
public struct CivilStamp: Sendable, Hashable {
    /// 1 to 9999.
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to the length of the month.
    public let day: Int
    /// 0 to 23.
    public let hour: Int
    /// 0 to 59.
    public let minute: Int
    /// 0 to 59; leap seconds are refused.
    public let second: Int
    /// 0 to 999; 0 when the text had 14 digits.
    public let millisecond: Int

    /// Reads 14 digits `YYYYMMDDhhmmss` or 17 digits with milliseconds; nil unless it is a real calendar time.
    public init?(_ text: some StringProtocol) {
        self.init(digits: Array(text.utf8)[...])
    }

    /// The same from the bytes of the digits, without asking for memory.
    init?(digits bytes: ArraySlice<UInt8>) {
        guard bytes.count == 14 || bytes.count == 17 else { return nil }
        var (beforeMilliseconds, milliseconds) = (0, 0)
        for place in bytes.indices {
            guard let digit = bytes[place].decimalDigit else { return nil }
            if place - bytes.startIndex < 14 {
                beforeMilliseconds = beforeMilliseconds * 10 + digit
            } else {
                milliseconds = milliseconds * 10 + digit
            }
        }
        let (date, time) = (beforeMilliseconds / 1_000_000, beforeMilliseconds % 1_000_000)
        self.init(
            year: date / 10_000, month: date / 100 % 100, day: date % 100, hour: time / 10_000,
            minute: time / 100 % 100, second: time % 100, millisecond: milliseconds)
    }

    /// Nil unless it is a real calendar time of the years 1 to 9999.
    public init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, millisecond: Int = 0)
    {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...CivilCalendar.dayCount(year: year, month: month)).contains(day), (0...23).contains(hour),
            (0...59).contains(minute), (0...59).contains(second), (0...999).contains(millisecond)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
        self.millisecond = millisecond
    }

    /// The local time of a moment.
    ///
    /// - Precondition: the moment lies in the local years 1 to 9999.
    public init(millisecondsSince1970: Int64) {
        precondition(Self.range.contains(millisecondsSince1970), "a civil stamp lies in the years 1 to 9999")
        let local = Int(millisecondsSince1970) + Self.zoneOffset
        let inDay = (local % Self.dayLength + Self.dayLength) % Self.dayLength
        let dayNumber = (local - inDay) / Self.dayLength
        let date = CivilCalendar.date(dayNumber: dayNumber)
        year = date.year
        month = date.month
        day = date.day
        hour = inDay / 3_600_000
        minute = inDay / 60000 % 60
        second = inDay / 1000 % 60
        millisecond = inDay % 1000
    }

    /// The moment, in milliseconds since 1970-01-01 00:00 UTC.
    public var millisecondsSince1970: Int64 {
        let inDay = ((hour * 60 + minute) * 60 + second) * 1000 + millisecond
        let dayNumber = CivilCalendar.dayNumber(year: year, month: month, day: day)
        return Int64(dayNumber * Self.dayLength + inDay - Self.zoneOffset)
    }

    /// The local time so much later; nil when it lies outside the years 1 to 9999.
    func later(byMilliseconds count: Int) -> CivilStamp? {
        let moment = millisecondsSince1970 + Int64(count)
        return Self.range.contains(moment) ? CivilStamp(millisecondsSince1970: moment) : nil
    }

    /// `YYYYMMDDhhmmss`; milliseconds are left out.
    public var text14: String {
        String(year, digits: 4)
            + [month, day, hour, minute, second].map { String($0, digits: 2) }.joined()
    }

    /// `YYYYMMDDhhmmssSSS`.
    public var text17: String { text14 + String(millisecond, digits: 3) }

    private static let dayLength = 86_400_000
    private static let zoneOffset = 8 * 3_600_000

    /// The moments whose local year has four digits and is not zero.
    private static let range: ClosedRange<Int64> = {
        let first = CivilCalendar.dayNumber(year: 1, month: 1, day: 1) * dayLength - zoneOffset
        let behind = CivilCalendar.dayNumber(year: 10000, month: 1, day: 1) * dayLength - zoneOffset
        return Int64(first)...Int64(behind - 1)
    }()
}

extension CivilStamp: Comparable {
    public static func < (left: CivilStamp, right: CivilStamp) -> Bool {
        left.millisecondsSince1970 < right.millisecondsSince1970
    }
}
