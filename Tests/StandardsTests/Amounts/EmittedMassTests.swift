import Facts
import Foundation
import Kernel
import Standards
import Testing

struct EmittedMassTests {
    private typealias Material = JudgingMaterial

    /// Concentration in mg/m³, volume in m³, milligrams.
    @Test(
        arguments: [
            ("35", "120000", 4_200_000), ("0.0000005", "1000000", 0), ("0.0000015", "1000000", 2),
            ("0.00000051", "1000000", 1), ("0", "5", 0), ("12.345", "1", 12),
            ("999999999", "1000000", 999_999_999_000_000),
        ] as [(String, String, Int64)])
    func `waste gas is rounded once to whole milligrams`(concentration: String, volume: String, expected: Int64) throws
    {
        let mass = EmittedMass(
            milligramsPerCubicMetre: try Material.number(concentration), cubicMetres: try Material.number(volume))
        #expect(mass?.milligrams == expected)
    }

    /// 80 mg/L in 1,000 m³ are 80 kg.
    @Test func `waste water counts a thousand litres for a cubic metre`() throws {
        let mass = EmittedMass(milligramsPerLitre: DecimalNumber(80), cubicMetres: DecimalNumber(1_000))
        #expect(mass?.milligrams == 80_000_000 && mass?.grams == 80_000)
    }

    @Test func `an amount that cannot be is refused`() throws {
        #expect(EmittedMass(milligrams: -1) == nil)
        #expect(EmittedMass(milligrams: EmittedMass.milligramsMax + 1) == nil)
        #expect(EmittedMass(milligramsPerCubicMetre: DecimalNumber(-1), cubicMetres: DecimalNumber(5)) == nil)
        let huge = try Material.number("999999999999999")
        #expect(EmittedMass(milligramsPerLitre: huge, cubicMetres: huge) == nil)
    }

    @Test(
        arguments: [(0, 0), (499, 0), (500, 0), (501, 1), (1_500, 2), (2_500, 2), (2_501, 3), (999, 1)]
            as [(Int64, Int64)])
    func `grams are rounded by GB 8170`(milligrams: Int64, grams: Int64) throws {
        #expect(try #require(EmittedMass(milligrams: milligrams)).grams == grams)
    }

    @Test func `a sum is exact and goes through JSON as a whole number`() throws {
        let most = try #require(EmittedMass(milligrams: EmittedMass.milligramsMax))
        let year = EmittedMass.sum(Array(repeating: most, count: 8_784))
        #expect(year.milligrams == 8_784_000_000_000_000_000)
        let bytes = try CanonicalJSON.bytes(of: [year])
        #expect(String(decoding: bytes, as: UTF8.self) == "[8784000000000000000]")
        #expect(try CanonicalJSON.value([EmittedMass].self, from: bytes) == [year])
        #expect(throws: DecodingError.self) { try CanonicalJSON.value(EmittedMass.self, from: Array("-1".utf8)) }
    }
}
