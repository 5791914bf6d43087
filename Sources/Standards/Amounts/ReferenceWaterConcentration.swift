public import Facts
import FoundationEssentials
public import Kernel

/// The concentration at the reference water volume (基准水量排放浓度; GB 4287-2012, GB 31571-2015, GB 31572-2015): water that
/// only dilutes does not help.
///
/// `jianhu assess outlet` uses it where water and products are handed over. Judging in the platform does not: nobody
/// tells it what was produced on a day, and neither the register nor HJ 212 has a field for that.
public enum ReferenceWaterConcentration {
    /// What was produced in the period that is judged: a working day, for GB 31572 a production cycle.
    public struct Product: Codable, Sendable, Equatable {
        /// How much, in the unit that the reference volume is for (t, m²).
        public let output: DecimalNumber
        /// The reference volume of a unit, m³.
        public let cubicMetresPerUnit: DecimalNumber

        /// A product of the period.
        public init(output: DecimalNumber, cubicMetresPerUnit: DecimalNumber) {
            self.output = output
            self.cubicMetresPerUnit = cubicMetresPerUnit
        }
    }

    /// What is judged.
    public enum Outcome: Codable, Sendable, Equatable {
        /// More water than the reference: the concentration at the reference volume.
        case atReferenceVolume(ExactQuotient)
        /// Not more: the measured concentration.
        case asMeasured(DecimalNumber)
        /// Nothing was produced, so that there is no reference volume.
        case noProduction
    }

    /// Q ÷ Σ(Y × reference volume) × measured, when the water is more than the reference volume.
    ///
    /// - Parameters:
    ///   - measured: The measured concentration, mg/L.
    ///   - discharged: The water of the period, m³.
    ///   - products: All products of the period.
    public static func of(
        measured: DecimalNumber, discharged: DecimalNumber, products: [Product]
    ) -> Ruling<Outcome> {
        let reference = products.reduce(Decimal(0)) { $0 + $1.output.value * $1.cubicMetresPerUnit.value }
        guard reference > 0 else {
            let step = Phrase("无产品产量，无基准排水量", "nothing was produced: no reference volume")
            return Ruling(outcome: .noProduction, steps: [step])
        }
        let base = DecimalNumber(reference)
        guard discharged > base else {
            let step = Phrase(
                "排水量 \(discharged) m³ ≤ 基准排水量 \(base) m³，以实测浓度 \(measured) 判定",
                "water \(discharged) m³ ≤ reference volume \(base) m³: judged as measured, \(measured)")
            return Ruling(outcome: .asMeasured(measured), steps: [step])
        }
        let concentration = ExactQuotient(DecimalNumber(discharged.value * measured.value), over: base)
        let words = "\(discharged) ÷ \(base) × \(measured) = \(concentration.text)"
        let step = Phrase("基准水量排放浓度 = \(words)", "concentration at the reference volume = \(words)")
        return Ruling(outcome: .atReferenceVolume(concentration), steps: [step])
    }
}
