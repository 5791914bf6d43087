public import FoundationEssentials

/// An exact decimal number; limits and readings are compared with it, never with binary floating point.
///
/// Read from plain notation only (`-12.50`): at most 15 digits before and 10 after the point. Coded and shown without
/// trailing zeros, so that equal numbers have equal bytes in a decision.
public struct DecimalNumber: Hashable, Sendable {
    /// The value for arithmetic.
    public let value: Decimal

    /// A number that was computed.
    public init(_ value: Decimal) {
        self.value = value
    }

    /// A whole number.
    public init(_ value: Int) {
        self.value = Decimal(value)
    }

    /// A number in plain decimal notation; nil for anything else (exponents, blanks, signs alone, sentinels such as
    /// `NF`).
    public init?(_ text: some StringProtocol) {
        guard let (whole, fraction) = Self.digitCounts(of: text), whole <= 15, fraction <= 10,
            let value = Decimal(string: String(text))
        else { return nil }
        self.value = value
    }

    /// A number read back from what this program wrote; nil for anything else. A computed number can have more digits
    /// than one from outside, and is then taken only in the exact form of `description`.
    public init?(stored text: String) {
        if let number = DecimalNumber(text) {
            self = number
            return
        }
        guard Self.digitCounts(of: text) != nil, let value = Decimal(string: text),
            DecimalNumber(value).description == text
        else { return nil }
        self.value = value
    }

    /// How many digits stand before and after the point; nil when something else stands there too.
    private static func digitCounts(of text: some StringProtocol) -> (whole: Int, fraction: Int)? {
        var digits = text.utf8[...]
        if digits.first == 0x2D || digits.first == 0x2B { digits = digits.dropFirst() }
        let parts = digits.split(separator: 0x2E, omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isDecimalDigit) }) else {
            return nil
        }
        return (parts[0].count, parts.count == 2 ? parts[1].count : 0)
    }

    /// Plain notation without trailing zeros.
    public var description: String { "\(value)" }
}

extension DecimalNumber: CustomStringConvertible {}

extension DecimalNumber: Comparable {
    public static func < (left: DecimalNumber, right: DecimalNumber) -> Bool { left.value < right.value }
}

extension DecimalNumber: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let number = DecimalNumber(stored: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "a decimal number is written in plain notation, as text")
        }
        self = number
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
