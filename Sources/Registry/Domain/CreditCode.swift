public import Kernel

/// A unified social credit code (统一社会信用代码) as it was given. GB 32100-2015 has 18 characters with a check
/// character; a code that differs is kept, because papers carry wrong ones, and doubted in words (`doubt`).
public struct CreditCode: Identifier {
    public let text: String
    public init(checked text: String) { self.text = text }

    /// Up to 32 digits and capitals, so that older registration numbers fit too.
    public static func accepts(_ text: String) -> Bool {
        (1...32).contains(text.utf8.count)
            && text.utf8.allSatisfy { $0.isDecimalDigit || (0x41...0x5A).contains($0) }
    }

    /// Why a code is not what GB 32100-2015 describes.
    public enum Doubt: String, Sendable, CaseIterable {
        /// It has not 18 characters.
        case length
        /// It holds I, O, S, V or Z.
        case alphabet
        /// Its division code (characters 3 to 8) is not of digits.
        case division
        /// Its last character does not follow from the others.
        case check
    }

    /// What is doubtful; nil for a sound code. The division's existence and the check of the organisation's part
    /// (GB 11714) are not looked at.
    public var doubt: Doubt? {
        let characters = Array(text)
        guard characters.count == 18 else { return .length }
        let values = characters.compactMap { Self.alphabet.firstIndex(of: $0) }
        guard values.count == 18 else { return .alphabet }
        guard characters[2..<8].allSatisfy(\.isNumber) else { return .division }
        return values[17] == Self.check(of: values.dropLast()) ? nil : .check
    }

    /// The code for 17 leading characters, with its check character; nil when one is foreign to the alphabet.
    public init?(completing stem: String) {
        let values = stem.compactMap { Self.alphabet.firstIndex(of: $0) }
        guard values.count == 17, stem.count == 17 else { return nil }
        self.init(checked: stem + String(Self.alphabet[Self.check(of: values[...])]))
    }

    /// The check value: 31 minus the sum of values weighted by powers of 3, modulo 31.
    private static func check(of values: ArraySlice<Int>) -> Int {
        var sum = 0
        var weight = 1
        for value in values {
            sum += value * weight
            weight = weight * 3 % 31
        }
        return (31 - sum % 31) % 31
    }

    /// 31 symbols: digits and capitals without I, O, S, V and Z.
    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
}
