import FoundationEssentials
import HJ212
import Kernel
import Standards

/// A figure as a device writes it: a number, or something that stands in a number's place.
enum SentFigure: Hashable, Sendable {
    /// A number, exactly as sent; more than ten digits behind the point are rounded to ten (GB/T 8170).
    case number(DecimalNumber)
    /// A sign for "no value" (`NF`, `-999`): never a value.
    case sentinel
    /// Neither.
    case unreadable

    /// Numbers that stand for "no value" in the field (facts: pitfall 18), whatever zeros surround them.
    private static let sentinels: Set = [DecimalNumber(-999), DecimalNumber(-9_999)]
    /// As many digits as are worth reading: floats are sent with fifteen and more behind the point.
    private static let fractionDigitsMax = 30

    init(_ text: String) {
        if let number = DecimalNumber(text) ?? Self.longNumber(text) {
            self = Self.sentinels.contains(number) ? .sentinel : .number(number)
        } else {
            self = Self.isLetterSign(text) ? .sentinel : .unreadable
        }
    }

    /// The number; nil for anything else.
    var number: DecimalNumber? {
        if case .number(let number) = self { number } else { nil }
    }

    /// A number whose digits behind the point are more than a decimal number takes from outside.
    private static func longNumber(_ text: String) -> DecimalNumber? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, (11...fractionDigitsMax).contains(parts[1].utf8.count),
            parts[1].utf8.allSatisfy(\.isDecimalDigit), let whole = DecimalNumber(parts[0]),
            whole.description.count <= 8,
            let value = Decimal(string: text)
        else { return nil }
        return Rounding.gbt8170(DecimalNumber(value), fractionDigits: 10)
    }

    /// `NF`, `NA` … `FF`: two capital letters in place of a number.
    private static func isLetterSign(_ text: String) -> Bool {
        text.utf8.count == 2 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    }
}
