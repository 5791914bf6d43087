import Foundation
public import Kernel

/// Rounding by GB/T 8170: down below five, up above, an exact five to the even digit; once, from the full value.
public enum Rounding {
    /// The number rounded to that many digits after the point.
    public static func gbt8170(_ number: DecimalNumber, fractionDigits: Int) -> DecimalNumber {
        var source = number.value
        var result = Decimal()
        NSDecimalRound(&result, &source, fractionDigits, .bankers)
        return DecimalNumber(result)
    }
}
