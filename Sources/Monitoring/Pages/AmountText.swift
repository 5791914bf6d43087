import FoundationEssentials
import Kernel
import Standards

/// Amounts as people read them; they are kept in whole milligrams.
enum AmountText {
    /// `12.346 t`, below a tonne `345.678 kg`, both rounded once by GB/T 8170 to three digits.
    static func mass(_ mass: EmittedMass?) -> String {
        guard let mass else { return "–" }
        let tonne: Int64 = 1_000_000_000
        return mass.milligrams >= tonne ? "\(rounded(mass, per: tonne)) t" : "\(rounded(mass, per: 1_000_000)) kg"
    }

    /// Kilograms for tables that programs read.
    static func kilograms(_ mass: EmittedMass?) -> String {
        mass.map { ExactQuotient(DecimalNumber(Decimal($0.milligrams)), over: DecimalNumber(1_000_000)).text }
            ?? ""
    }

    /// `4.3 %`.
    static func share(_ part: Int64, of whole: Int64) -> String {
        guard whole > 0 else { return "–" }
        let percent = ExactQuotient(
            DecimalNumber(Decimal(part) * 100), over: DecimalNumber(Decimal(whole)))
        return "\(percent.rounded(fractionDigits: 1)) %"
    }

    private static func rounded(_ mass: EmittedMass, per unit: Int64) -> DecimalNumber {
        ExactQuotient(DecimalNumber(Decimal(mass.milligrams)), over: DecimalNumber(Decimal(unit)))
            .rounded(fractionDigits: 3)
    }
}
