/// What a value of the data area looks like, before anything is computed with it (type N14.2 of the standard: a sign,
/// up to 14 integer digits, a point, decimals, at most 18 characters).
public enum ValueShape: String, Sendable, Hashable, CaseIterable {
    /// A decimal within the type.
    case number
    /// A decimal with more than 18 characters or 14 integer digits, such as floats printed with 15 decimals.
    case longNumber = "long-number"
    /// A decimal of nines only, such as 999.99: perhaps the end of the range, perhaps "no value".
    case allNines = "all-nines"
    /// What loggers send for "no value": -999 in any notation, `FF`, `NF…FF`, `NaN`.
    case sentinel
    /// Nothing.
    case empty
    /// Anything else.
    case text

    /// The shape of a value as received, outer blanks passed over.
    public init(of value: some StringProtocol) {
        let bytes = Array(value.withoutOuterBlanks.utf8)
        self =
            if bytes.isEmpty {
                .empty
            } else if Self.isWordForNothing(bytes) {
                .sentinel
            } else if let number = Decimal(bytes) {
                number.shape(characterCount: bytes.count)
            } else {
                .text
            }
    }

    /// Whether it can be read as a measured decimal. `allNines` can: whether it means "no value" is for the range of
    /// the analyser to say.
    public var isMeasured: Bool {
        switch self {
        case .number, .longNumber, .allNines: true
        case .sentinel, .empty, .text: false
        }
    }

    private static func isWordForNothing(_ bytes: [UInt8]) -> Bool {
        if bytes.elementsEqual("NaN".utf8) { return true }
        let rest = bytes.first == UInt8(ascii: "N") ? bytes.dropFirst() : bytes[...]
        return rest.count >= 2 && rest.allSatisfy { $0 == UInt8(ascii: "F") }
    }

    /// Sign and digits on both sides of the point.
    private struct Decimal {
        let isNegative: Bool
        let whole: ArraySlice<UInt8>
        let decimals: ArraySlice<UInt8>

        init?(_ bytes: [UInt8]) {
            isNegative = bytes.first == UInt8(ascii: "-")
            let digits = bytes.dropFirst(isNegative || bytes.first == UInt8(ascii: "+") ? 1 : 0)
            let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            guard let first = parts.first, !first.isEmpty, parts.count <= 2 else { return nil }
            whole = first
            decimals = parts.count == 2 ? parts[1] : []
            guard parts.count == 1 || !decimals.isEmpty else { return nil }
            guard (whole + decimals).allSatisfy({ $0.decimalDigit != nil }) else { return nil }
        }

        func shape(characterCount: Int) -> ValueShape {
            let zero = UInt8(ascii: "0")
            let significant = whole.drop { $0 == zero }
            let isNine = significant.count >= 3 && significant.allSatisfy { $0 == UInt8(ascii: "9") }
            if isNine, isNegative, decimals.allSatisfy({ $0 == zero }) { return .sentinel }
            if isNine, !isNegative, decimals.allSatisfy({ $0 == UInt8(ascii: "9") }) { return .allNines }
            return characterCount > 18 || whole.count > 14 ? .longNumber : .number
        }
    }
}
