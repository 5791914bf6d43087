import Kernel

/// A calendar month, in China's civil time.
struct AmountMonth: Hashable, Sendable, Codable, Comparable {
    /// Months since January of year 0.
    let number: Int

    init(number: Int) {
        self.number = number
    }

    /// The month a day lies in.
    init(of date: CivilDate) {
        let (year, month, _) = date.parts
        number = year * 12 + month - 1
    }

    /// A month written `2026-11`; nil for anything else.
    init?(_ text: String) {
        guard text.utf8.count == 7, let first = CivilDate("\(text)-01") else { return nil }
        self.init(of: first)
    }

    init(from decoder: any Decoder) throws { number = try decoder.singleValueContainer().decode(Int.self) }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(number)
    }

    var year: Int { number / 12 }
    /// 1…12.
    var month: Int { number % 12 + 1 }
    var next: AmountMonth { AmountMonth(number: number + 1) }
    var previous: AmountMonth { AmountMonth(number: number - 1) }
    /// The first month of its quarter.
    var quarterStart: AmountMonth { AmountMonth(number: number - number % 3) }

    /// From its first hour to the first of the next month.
    var hours: Range<Instant> { start..<next.start }

    var start: Instant {
        guard let first = CivilDate("\(text)-01") else { preconditionFailure("a month has a first day") }
        return Instant(startOf: first)
    }

    /// `2026-11`.
    var text: String { "\(year.padded(4))-\(month.padded(2))" }

    static func < (left: AmountMonth, right: AmountMonth) -> Bool { left.number < right.number }
}
