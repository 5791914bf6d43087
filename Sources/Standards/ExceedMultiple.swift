import FoundationEssentials
public import Kernel

/// The exceeding multiple (超标倍数) of a value above its limit.
public enum ExceedMultiple {
    /// (value − limit) / limit, rounded by GB/T 8170 to two decimals; nil when the value complies.
    ///
    /// A value equal to the limit complies. The formula is from memory (`facts: compliance_rules.json`).
    public static func of(_ value: DecimalNumber, over limit: DecimalNumber) -> DecimalNumber? {
        of(ExactQuotient(value), over: limit)
    }

    /// The same for a value that is a quotient, such as a mean: rounded once, from the full value.
    public static func of(_ value: ExactQuotient, over limit: DecimalNumber) -> DecimalNumber? {
        precondition(limit > DecimalNumber(0), "a limit is a positive concentration")
        guard value > ExactQuotient(limit) else { return nil }
        let whole = value.denominator.value * limit.value
        return ExactQuotient(DecimalNumber(value.numerator.value - whole), over: DecimalNumber(whole))
            .rounded(fractionDigits: 2)
    }
}
