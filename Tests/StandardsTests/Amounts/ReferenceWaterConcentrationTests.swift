import Facts
import Kernel
import Standards
import Testing

struct ReferenceWaterConcentrationTests {
    private typealias Material = JudgingMaterial

    private static func volumes() throws -> [ReferenceWaterVolume] {
        try ReferenceWaterVolume.all(csv: Material.bytes("reference-water-volumes.csv"))
    }

    @Test func `several products share their water`() throws {
        // 10 t of woven cloth at 140 and 4 t of knitted cloth at 85 may use 1,740 m³.
        let products = [(10, 140), (4, 85)].map {
            ReferenceWaterConcentration.Product(
                output: DecimalNumber($0.0), cubicMetresPerUnit: DecimalNumber($0.1))
        }
        func outcome(_ water: String) throws -> ReferenceWaterConcentration.Outcome {
            ReferenceWaterConcentration.of(
                measured: DecimalNumber(60), discharged: try Material.number(water), products: products
            ).outcome
        }
        #expect(try outcome("1740") == .asMeasured(DecimalNumber(60)))
        #expect(
            try outcome("1740.1")
                == .atReferenceVolume(
                    ExactQuotient(try Material.number("104406"), over: DecimalNumber(1_740))))
        #expect(try outcome("3480") == .atReferenceVolume(ExactQuotient(DecimalNumber(120))))
    }

    @Test func `without production there is no reference volume`() {
        let idle = ReferenceWaterConcentration.Product(output: DecimalNumber(0), cubicMetresPerUnit: DecimalNumber(140))
        for products in [[], [idle]] {
            let ruling = ReferenceWaterConcentration.of(
                measured: DecimalNumber(60), discharged: DecimalNumber(10), products: products)
            #expect(ruling.outcome == .noProduction)
        }
    }

    @Test func `the volumes belong to tables of the limits and follow one another without overlap`() throws {
        let (volumes, limits) = (try Self.volumes(), try Material.limits())
        #expect(volumes.count == 136)
        for volume in volumes {
            #expect(limits.table(volume.table) != nil, "\(volume.table)")
            let beside = volumes.filter {
                $0.table == volume.table && $0.product == volume.product && $0.validFrom <= volume.validFrom
                    && $0.validTo.map { volume.validFrom <= $0 } ?? true
            }
            #expect(beside == [volume], "\(volume.product.zh)")
        }
        let silk = volumes.filter { $0.product.zh.contains("真丝") && $0.table.category == "table-2-direct" }
        #expect(silk.map(\.volume) == [DecimalNumber(300)])
    }

    @Test(arguments: [
        ("175,m3/t", "0,m3/t", "volume"), ("175,m3/t", "175,m3", "unit"), ("2013-01-01", "2013", "valid_from"),
        ("2014-12-31", "2012-12-31", "valid_to"), ("verified", "sure", "certainty"),
    ])
    func `a spoilt field is named`(text: String, spoilt: String, column: String) throws {
        let whole = String(decoding: try Material.bytes("reference-water-volumes.csv"), as: UTF8.self)
        let broken = Array(whole.replacing(text, with: spoilt, maxReplacements: 1).utf8)
        let defect = try #require(#expect(throws: RuleTableDefect.self) { try ReferenceWaterVolume.all(csv: broken) })
        #expect(defect.line == 2 && defect.column == column)
    }
}
