import FoundationEssentials
public import Kernel

/// The exceeding multiple (超标倍数) of a value above its limit.
public enum ExceedMultiple {
    /// (value − limit) / limit, rounded by GB/T 8170 to two decimals; nil when the value complies.
    ///
    /// A value equal to the limit complies. The formula is from memory (`facts: compliance_rules.json`).
    public static func of(_ value: DecimalNumber, over limit: DecimalNumber) -> DecimalNumber? {
        precondition(limit > DecimalNumber(0), "a limit is a positive concentration")
        guard value > limit else { return nil }
        return Rounding.gbt8170(DecimalNumber((value.value - limit.value) / limit.value), fractionDigits: 2)
    }
}
