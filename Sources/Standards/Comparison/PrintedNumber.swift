public import Kernel

/// A number as a standard prints it: `8.0` is the number 8 with one digit behind the point, and the rounded-value
/// method of GB/T 8170 rounds to exactly those digits.
public struct PrintedNumber: Hashable, Sendable {
    /// The number.
    public let value: DecimalNumber
    /// How many digits stand behind the point.
    public let fractionDigits: Int

    /// A number in plain decimal notation; nil for anything else.
    public init?(_ text: some StringProtocol) {
        guard let value = DecimalNumber(text) else { return nil }
        self.value = value
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        fractionDigits = parts.count == 2 ? parts[1].count : 0
    }
}

extension PrintedNumber: CustomStringConvertible {
    /// The number with the digits that were printed.
    public var description: String {
        let plain = "\(value)"
        let parts = plain.split(separator: ".")
        let given = parts.count == 2 ? parts[1].count : 0
        let zeros = String(repeating: "0", count: fractionDigits - given)
        return zeros.isEmpty ? plain : plain + (given == 0 ? "." : "") + zeros
    }
}

extension PrintedNumber: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let number = PrintedNumber(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "a printed number is written in plain notation, as text")
        }
        self = number
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
