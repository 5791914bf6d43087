import Facts
import FoundationEssentials
import Kernel

extension OutletAssessment {
    /// The concentration that is put beside the limit: of more water than the products may need, that at the reference
    /// volume (`ReferenceWaterConcentration`), so that dilution does not help.
    ///
    /// Nil where a product has no volume in the table of the day. What is no concentration stays as it was measured.
    static func undiluted(
        _ value: OutletValue, in table: DischargeTable.Name, volumes: [ReferenceWaterVolume]
    ) -> Ruling<ExactQuotient>? {
        let measured = ExactQuotient(value.value)
        guard let water = value.water, value.unit.dimension == .massConcentration else {
            return Ruling(outcome: measured, steps: [])
        }
        let day = value.circumstances.day
        var products: [ReferenceWaterConcentration.Product] = []
        for output in water.outputs {
            let row = volumes.first { row in
                row.table == table && row.product.zh == output.product && row.validFrom <= day
                    && row.validTo.map { day <= $0 } ?? true
            }
            guard let row else { return nil }
            // The volume of plating is in litres for a square metre.
            let cubicMetres = row.unit == "L/m2" ? DecimalNumber(row.volume.value / 1_000) : row.volume
            products.append(.init(output: output.amount, cubicMetresPerUnit: cubicMetres))
        }
        let ruling = ReferenceWaterConcentration.of(
            measured: value.value, discharged: water.discharged, products: products)
        return switch ruling.outcome {
        case .atReferenceVolume(let concentration): Ruling(outcome: concentration, steps: ruling.steps)
        case .asMeasured, .noProduction: Ruling(outcome: measured, steps: ruling.steps)
        }
    }
}
