import Kernel
import Standards
import TestMaterial
import Testing

struct UnitConversionTests {
    private func unit(_ code: String) throws -> MeasurementUnit {
        try #require(MeasurementUnit(code), "no unit \(code)")
    }

    @Test(arguments: [
        ("12.34", "mg/L", "mg/L", "12.34"), ("0.005", "mg/L", "ug/L", "5"), ("5", "ug/L", "mg/L", "0.005"),
        ("7", "ng/L", "mg/L", "0.000007"), ("35", "ug/m3", "mg/m3", "0.035"), ("0.035", "mg/m3", "ug/m3", "35"),
        ("1", "mg/L", "mg/m3", "1000"), ("0.0123", "MPa", "kPa", "12.3"), ("-250", "Pa", "kPa", "-0.25"),
        ("2.5", "m3/s", "m3/h", "9000"), ("12000", "m3/h", "m3/s", "3.3333333333"), ("10", "L/s", "m3/h", "36"),
        ("36", "km/h", "m/s", "10"), ("48", "m3/d", "m3/h", "2"), ("1500", "g", "kg", "1.5"),
        ("5", "%", "ppm", "50000"),
        ("999999999999999.9999999999", "kg/m3", "ng/m3", "999999999999999999999999900"),
    ])
    func `a value is converted by decimal digits`(value: String, from: String, to: String, expected: String) throws {
        let ratio = try UnitConversion.ratio(from: unit(from), to: unit(to))
        #expect(ratio.applied(to: try #require(DecimalNumber(value)))?.description == expected)
    }

    /// HJ 212-2017 appendix D: mg/m³ = ppm × M ÷ 22.4.
    @Test(arguments: [
        ("1", "ppm", "mg/m3", "64", "2.8571428571"), ("100", "ppm", "mg/m3", "46", "205.3571428571"),
        ("22.4", "ppm", "mg/m3", "28", "28"), ("1000", "ppb", "mg/m3", "64", "2.8571428571"),
        ("2.8571428571", "mg/m3", "ppm", "64", "1"), ("1", "%", "mg/m3", "44", "19642.8571428571"),
    ])
    func `a share by volume becomes a mass by the molar mass over 22.4`(
        value: String, from: String, to: String, mass: String, expected: String
    ) throws {
        let ratio = try UnitConversion.ratio(from: unit(from), to: unit(to), molarMass: DecimalNumber(mass))
        #expect(ratio.applied(to: try #require(DecimalNumber(value)))?.description == expected)
    }

    @Test func `units of different things are refused, and a share without a molar mass`() throws {
        let (flow, velocity) = (try unit("m3/h"), try unit("m/s"))
        let (share, mass) = (try unit("ppm"), try unit("mg/m3"))
        #expect(throws: UnitRefusal.dimensionsDiffer(from: flow, to: velocity)) {
            try UnitConversion.ratio(from: flow, to: velocity)
        }
        #expect(throws: UnitRefusal.molarMassUnknown(from: share, to: mass)) {
            try UnitConversion.ratio(from: share, to: mass)
        }
        #expect(throws: UnitRefusal.factorTooLong) {
            try UnitConversion.ratio(from: mass, to: mass, multiplier: DecimalNumber(-1))
        }
    }

    /// Any number, any pair of units that differ by a decimal factor, any multiplier of ten digits: there and back is
    /// where it began.
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `a decimal factor leads there and back exactly`(seed: UInt64) throws {
        var chance = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let from = try #require(MeasurementUnit.all.randomElement(using: &chance))
            let to = try #require(
                MeasurementUnit.all.filter { $0.dimension == from.dimension }.randomElement(using: &chance))
            let multiplier = try #require(
                DecimalNumber(
                    ["1", "0.001", "1000", "0.5", "8", "0.0000015625"].randomElement(
                        using: &chance) ?? "1"))
            let ratio = try UnitConversion.ratio(from: from, to: to, multiplier: multiplier)
            guard ratio.isExact, ratio.inverse.isExact else { continue }
            let digits = Int.random(in: -999_999_999_999...999_999_999_999, using: &chance)
            let fraction = Int.random(in: 0...9_999_999_999, using: &chance)
            let value = try #require(DecimalNumber("\(digits).\(fraction.padded(10))"))
            let converted = try #require(ratio.applied(to: value), "seed \(seed)")
            #expect(ratio.inverse.applied(to: converted) == value, "seed \(seed): \(value) \(from.code) → \(to.code)")
        }
    }

    @Test func `every unit has its own code and symbol within its dimension`() {
        #expect(Set(MeasurementUnit.all.map(\.code)).count == MeasurementUnit.all.count)
        for unit in MeasurementUnit.all { #expect(MeasurementUnit(unit.code) == unit) }
        #expect(MeasurementUnit("mg/M3") == nil)
    }

    @Test(
        arguments: [("0", nil), ("-1", nil), ("0.001", "0.001"), ("1000", "1000"), ("2.50", "2.5")]
            as [(String, String?)])
    func `a factor is above zero and shows itself plainly`(text: String, shown: String?) throws {
        #expect(DecimalRatio(try #require(DecimalNumber(text)))?.description == shown)
    }
}
