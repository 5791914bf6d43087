import FoundationEssentials
import Kernel
import Standards

/// A formula over other indicators, as data: numbers, indicators, `+ - * /`, parentheses, `min(…)`, `max(…)`,
/// `before(CODE)`, the indicator's value twelve months earlier, and `goal(CODE)`, its goal in the year of the value. It
/// computes and does nothing else.
struct IndicatorFormula: Sendable, Equatable {
    static let charactersMax = 300
    static let partsMax = 64
    static let depthMax = 16
    /// How many digits behind the point a quotient keeps inside a formula; the result is rounded once, to the
    /// indicator's own digits.
    static let quotientDigits = 10

    /// What is read.
    enum Reading: Hashable, Sendable {
        case indicator(IndicatorCode)
        /// Twelve months earlier.
        case yearBefore(IndicatorCode)
        /// The goal that holds in the year.
        case goal(IndicatorCode)

        var code: IndicatorCode {
            switch self {
            case .indicator(let code), .yearBefore(let code), .goal(let code): code
            }
        }
    }

    /// A part of a formula.
    indirect enum Part: Sendable, Equatable {
        case number(DecimalNumber)
        case reading(Reading)
        case negated(Part)
        case combined(Sign, Part, Part)
        case least([Part])
        case greatest([Part])
    }

    /// What joins two parts.
    enum Sign: Character, Sendable {
        case plus = "+"
        case minus = "-"
        case times = "*"
        case over = "/"
    }

    let text: String
    let root: Part

    /// Reads a formula. Refuses what is too long, too deep or not in this language.
    init(_ text: String) throws(IndicatorFormulaRefusal) {
        var parser = try IndicatorFormulaParser(text)
        (self.text, root) = (text, try parser.whole())
    }

    /// Everything it reads, in the order in which it is written.
    var readings: [Reading] { Self.readings(root) }

    private static func readings(_ part: Part) -> [Reading] {
        switch part {
        case .number: []
        case .reading(let reading): [reading]
        case .negated(let inner): readings(inner)
        case .combined(_, let left, let right): readings(left) + readings(right)
        case .least(let parts), .greatest(let parts): parts.flatMap(readings)
        }
    }

    /// What it comes to; nil when something that it reads is missing, or when it would divide by zero.
    func value(reading read: (Reading) throws -> DecimalNumber?) rethrows -> DecimalNumber? {
        try Self.value(root, read).flatMap { $0.value.isFinite ? $0 : nil }
    }

    private static func value(
        _ part: Part, _ read: (Reading) throws -> DecimalNumber?
    ) rethrows -> DecimalNumber? {
        switch part {
        case .number(let number): return number
        case .reading(let reading): return try read(reading)
        case .negated(let inner): return try value(inner, read).map { DecimalNumber(-$0.value) }
        case .combined(let sign, let left, let right):
            guard let left = try value(left, read), let right = try value(right, read) else { return nil }
            return combine(sign, left, right)
        case .least(let parts):
            let values = try parts.compactMap { try value($0, read) }
            return values.count == parts.count ? values.min() : nil
        case .greatest(let parts):
            let values = try parts.compactMap { try value($0, read) }
            return values.count == parts.count ? values.max() : nil
        }
    }

    private static func combine(_ sign: Sign, _ left: DecimalNumber, _ right: DecimalNumber) -> DecimalNumber? {
        switch sign {
        case .plus: return DecimalNumber(left.value + right.value)
        case .minus: return DecimalNumber(left.value - right.value)
        case .times: return DecimalNumber(left.value * right.value)
        case .over:
            guard right.value != 0 else { return nil }
            let (top, bottom) = right.value < 0 ? (-left.value, -right.value) : (left.value, right.value)
            return ExactQuotient(DecimalNumber(top), over: DecimalNumber(bottom))
                .rounded(fractionDigits: quotientDigits)
        }
    }
}
