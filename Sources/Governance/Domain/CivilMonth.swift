public import Kernel

/// A month of the calendar, `2026-10`.
public struct CivilMonth: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Months since January of year 0, so that arithmetic is addition.
    let count: Int

    /// The month of a day.
    public init(_ day: CivilDate) { count = day.parts.year * 12 + day.parts.month - 1 }

    private init(count: Int) { self.count = count }

    /// A month written `2026-10`; nil for anything else.
    init?(_ text: String) {
        guard let day = CivilDate(text + "-01") else { return nil }
        self.init(day)
    }

    var year: Int { count / 12 }

    /// 1…12.
    var month: Int { count % 12 + 1 }

    public var description: String { "\(year.padded(4))-\(month.padded(2))" }

    /// The month this many months later (earlier when negative).
    public func adding(_ months: Int) -> CivilMonth { CivilMonth(count: count + months) }

    /// The moment at which it begins.
    var start: Instant { adding(-1).end }

    /// The moment at which it is over.
    public var end: Instant {
        let next = adding(1)
        // A month of a valid year has a first day.
        return CivilDate(year: next.year, month: next.month, day: 1).map(Instant.init(startOf:))
            ?? Instant(milliseconds: .max)
    }

    /// Its last day.
    var lastDay: CivilDate { end.adding(milliseconds: -1).civil.date }

    public static func < (left: CivilMonth, right: CivilMonth) -> Bool { left.count < right.count }
}

extension CivilMonth: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let month = CivilMonth(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "a month is written 2026-10")
        }
        self = month
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
