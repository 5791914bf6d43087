import FoundationEssentials
import Kernel
import Standards
import TestMaterial
import Testing

@testable import Monitoring

/// What rounding and converting by the minute alone do on seeded honest devices: `docs/method/computed-values.md`.
struct ComparisonRateTests {
    private struct Hours {
        var count = 0
        var means = 0
        var conversions = 0
    }

    /// Hours of an honest device: minutes that spread by a third around a level, oxygen within these per cent; means
    /// are rounded to one digit as devices send them.
    private func hours(_ count: Int, oxygen: ClosedRange<Double>, seed: UInt64) throws -> Hours {
        var chance = SeededGenerator(seed: seed)
        let figures = try SignFigures.shipped().computedDifference
        let conversion = try AmountMaterial.figures().conversion
        let furnaces = try SignStage.furnaces()
        let reference = try #require(furnaces.reference(table: "GB 18485", source: ""))
        var found = Hours()
        func sent(_ value: Double) -> DecimalNumber {
            DecimalNumber(Decimal(Int((value * 10).rounded())) / 10)
        }
        for _ in 0..<count {
            let level = Double.random(in: 5...60, using: &chance)
            let middle = Double.random(in: oxygen, using: &chance)
            var (raw, converted, air) = ([Double](), [Double](), [Double]())
            for _ in 0..<60 {
                let value = level * Double.random(in: 0.67...1.33, using: &chance)
                let content = middle + Double.random(in: -0.5...0.5, using: &chance)
                raw.append(value)
                air.append(content)
                converted.append(value * 10 / (21 - content))
            }
            func mean(_ numbers: [Double]) -> Double { numbers.reduce(0, +) / 60 }
            let computed = try #require(ComputedMean(of: raw.map(sent)))
            let pair = ComputedDifference.Input.Pair(
                start: HourPattern.hour(0), uploaded: sent(mean(raw)), computed: computed)
            found.count += 1
            if ComputedDifference.differs(pair, figures) { found.means += 1 }
            let hour = ConversionDifference.Input.Hour(
                hour: HourPattern.hour(0), measured: sent(mean(raw)), oxygen: sent(mean(air)),
                converted: sent(mean(converted)))
            if case .differs = ConversionDifference.check(hour, reference, conversion) { found.conversions += 1 }
        }
        return found
    }

    @Test func `honest rounding and converting by the minute raise nothing at usual oxygen`() throws {
        let usual = try hours(10_000, oxygen: 8...14, seed: 28)
        #expect(usual.count == 10_000 && usual.means == 0 && usual.conversions == 0)
        let thin = try hours(2_000, oxygen: 17...19, seed: 29)
        #expect(thin.conversions * 100 / thin.count == Self.thinPercent)
    }

    /// Close to air a tenth of a per cent of oxygen weighs much.
    private static let thinPercent = 0
}
