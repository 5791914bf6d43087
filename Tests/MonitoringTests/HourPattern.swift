import Facts
public import Kernel

@testable import Monitoring

/// Hours written as a small string, one letter an hour, as `docs/method/exceedance-episodes.md` explains them.
enum HourPattern {
    /// 00:00 of a Monday in China.
    static let start = Instant(startOf: CivilDate(dayNumber: 20_780))
    static let limits = [limit("35")]
    static let parameters = JudgingParameters(
        gapHoursMax: 2, clockLeadMinutesMax: 10, yellowFrom: "0.5", orangeFrom: "1", redAbove: "3")

    static func hour(_ number: Int) -> Instant { start.adding(hours: Int64(number)) }

    static func limit(_ value: String, from day: Int64 = 20_000, to lastDay: Int64? = nil) -> DatedLimit {
        DatedLimit(
            limit: DecimalNumber(stringLiteral: value), validFrom: CivilDate(dayNumber: day),
            validTo: lastDay.map { CivilDate(dayNumber: $0) }, source: "示例许可证")
    }

    /// The value and the mark a letter stands for; nil for an hour without a frame.
    static func value(_ letter: Character) -> (value: String, mark: String?)? {
        switch letter {
        case "x": ("50", "N")
        case "n": ("50", nil)
        case "c": ("20", "N")
        case "e": ("35", "N")
        case "m": ("50", "M")
        default: nil
        }
    }

    static func readings(_ pattern: String) -> [HourReading] {
        pattern.enumerated().compactMap { number, letter in
            value(letter).map { reading(number, $0.value, mark: $0.mark) }
        }
    }

    static func reading(_ number: Int, _ value: String, mark: String? = "N") -> HourReading {
        HourReading(
            hour: hour(number), average: DecimalNumber("1"), converted: DecimalNumber(value), mark: mark,
            frame: Digest256(of: "\(number) \(value)"))
    }

    /// `1–4/3`, with `+` while it goes on.
    static func text(_ extent: ExceedanceExtent) -> String {
        func number(_ hour: Instant) -> Int64 { hour.milliseconds(since: start) / 3_600_000 }
        return "\(number(extent.firstHour))–\(number(extent.lastHour))/\(extent.hours)\(extent.ended ? "" : "+")"
    }

    static func text(_ extents: [ExceedanceExtent]) -> String {
        extents.isEmpty ? "none" : extents.map(text).joined(separator: ", ")
    }
}

extension DecimalNumber: ExpressibleByStringLiteral {
    /// A number that a test writes down.
    public init(stringLiteral text: String) {
        guard let number = DecimalNumber(text) else { preconditionFailure("\(text) is no decimal number") }
        self = number
    }
}
