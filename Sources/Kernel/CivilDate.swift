/// A day of the Gregorian calendar, without a time and without a zone.
public struct CivilDate: Hashable, Sendable {
    /// Days since 1970-01-01; the only state, so that arithmetic is plain addition.
    public let dayNumber: Int64

    /// The day that many days after 1970-01-01.
    public init(dayNumber: Int64) {
        self.dayNumber = dayNumber
    }

    /// A day by its parts; nil when there is no such day (30 February).
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        let candidate = CivilDate(dayNumber: Self.dayNumber(year: year, month: month, day: day))
        guard candidate.parts == (year, month, day) else { return nil }
        self = candidate
    }

    /// A day written `2026-11-23`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        // Byte by byte: every row with a day is read through here.
        var (digits, count) = (0, 0)
        for byte in text.utf8 {
            if count == 4 || count == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard byte.isDecimalDigit else { return nil }
                digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
            }
            count += 1
            guard count <= 10 else { return nil }
        }
        guard count == 10 else { return nil }
        self.init(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
    }

    /// Year, month (1…12) and day (1…31).
    public var parts: (year: Int, month: Int, day: Int) {
        // Days are counted from 1 March of year 0, so that the leap day ends a year; 146,097 days make 400 years.
        let shifted = dayNumber + 719_468
        let era = shifted.floorDivided(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (Int(yearOfEra + era * 400 + (month <= 2 ? 1 : 0)), Int(month), Int(day))
    }

    /// The day this many days later (earlier when negative).
    public func adding(days: Int64) -> CivilDate {
        CivilDate(dayNumber: dayNumber + days)
    }

    /// Saturday or Sunday. (1970-01-01 was a Thursday.)
    public var isWeekend: Bool {
        let weekdayFromMonday = (dayNumber + 3) - (dayNumber + 3).floorDivided(by: 7) * 7
        return weekdayFromMonday >= 5
    }

    private static func dayNumber(year: Int, month: Int, day: Int) -> Int64 {
        let shiftedYear = Int64(month <= 2 ? year - 1 : year)
        let era = shiftedYear.floorDivided(by: 400)
        let yearOfEra = shiftedYear - era * 400
        let monthFromMarch = Int64(month > 2 ? month - 3 : month + 9)
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + Int64(day) - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

extension CivilDate: Comparable {
    public static func < (left: CivilDate, right: CivilDate) -> Bool { left.dayNumber < right.dayNumber }
}

extension CivilDate: CustomStringConvertible {
    /// `2026-11-23`.
    public var description: String {
        let (year, month, day) = parts
        return "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))"
    }
}

extension CivilDate: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let date = CivilDate(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "a date is written 2026-11-23")
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension UInt8 {
    /// An ASCII digit.
    public var isDecimalDigit: Bool { (0x30...0x39).contains(self) }
}
