import FoundationEssentials
public import Kernel

/// Rounding by GB/T 8170 (数值修约): down below five, up above, an exact five to the even digit; once, from the full
/// value.
public enum Rounding {
    /// The number rounded to that many digits after the point; −1 rounds to tens, −2 to hundreds.
    ///
    /// Works on the decimal digits themselves, so that no binary fraction can decide a tie.
    public static func gbt8170(_ number: DecimalNumber, fractionDigits: Int) -> DecimalNumber {
        let text = number.description
        let parts = text.drop { $0 == "-" }.split(separator: ".")
        let fraction = parts.count == 2 ? parts[1].count : 0
        guard fraction > fractionDigits else { return number }
        var digits = parts.joined().utf8.map { $0 - 0x30 }
        let dropped = min(fraction - fractionDigits, digits.count + 1)
        digits.insert(contentsOf: repeatElement(0, count: max(0, dropped - digits.count)), at: 0)
        let tail = digits.suffix(dropped)
        digits.removeLast(dropped)
        if roundsUp(tail, behind: digits.last ?? 0) { increment(&digits) }
        let sign = text.hasPrefix("-") ? "-" : ""
        guard let rounded = Decimal(string: sign + plain(digits, fractionDigits: fractionDigits)) else {
            preconditionFailure("the decimal number \(text) has other signs than digits")
        }
        return DecimalNumber(rounded)
    }

    /// Whether the digits that are cut off raise the last one that stays.
    private static func roundsUp(_ tail: ArraySlice<UInt8>, behind last: UInt8) -> Bool {
        guard let first = tail.first, first >= 5 else { return false }
        return first > 5 || tail.dropFirst().contains { $0 != 0 } || !last.isMultiple(of: 2)
    }

    private static func increment(_ digits: inout [UInt8]) {
        for index in digits.indices.reversed() {
            guard digits[index] == 9 else {
                digits[index] += 1
                return
            }
            digits[index] = 0
        }
        digits.insert(1, at: 0)
    }

    /// Digits as text with the point in its place.
    private static func plain(_ digits: [UInt8], fractionDigits: Int) -> String {
        let zeros = repeatElement(UInt8(0), count: max(0, fractionDigits + 1 - digits.count))
        let padded = (Array(zeros) + digits + repeatElement(0, count: max(0, -fractionDigits))).map { $0 + 0x30 }
        let whole = String(decoding: padded.dropLast(max(0, fractionDigits)), as: UTF8.self)
        let fraction = String(decoding: padded.suffix(max(0, fractionDigits)), as: UTF8.self)
        return fraction.isEmpty ? (whole.isEmpty ? "0" : whole) : whole + "." + fraction
    }
}
