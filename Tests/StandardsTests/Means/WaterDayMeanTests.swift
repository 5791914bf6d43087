import Facts
import Foundation
import Kernel
import Standards
import TestMaterial
import Testing

/// Repeats the table of `docs/method/judging-values.md`.
struct WaterDayMeanTests {
    private typealias Material = JudgingMaterial

    @Test func `each row of the method page holds`() throws {
        let rows = try RepositoryFile.table(
            "| readings (value × m³) | expected | factor | daily mean |", in: "docs/method/judging-values.md")
        #expect(rows.count >= 8)
        for row in rows {
            let readings = try row[0].split(separator: ",").map { text in
                let parts = text.split(separator: "×").map { $0.filter { $0 != " " } }
                return try #require(
                    WaterReading(value: try Material.number(parts[0]), volume: DecimalNumber(parts[1])))
            }
            let outcome = WaterDayMean.of(
                readings, expected: try #require(Int(row[1])),
                weighting: .init(for: try #require(PollutantCode(row[2]))), figures: try Material.figures().validity
            ).outcome
            #expect(Self.words(outcome) == row[3], "\(row)")
        }
    }

    static func words(_ outcome: DayMean) -> String {
        switch outcome {
        case .mean(let mean, values: _): mean.text
        case .notEnough(let values): "too few (\(values))"
        case .noDischarge: "no discharge"
        }
    }

    @Test func `the order of the readings and their splitting change nothing`() throws {
        var generator = SeededGenerator(seed: 8_170)
        for _ in 0..<200 {
            let count = Int.random(in: 1...24, using: &generator)
            let readings = (0..<count).compactMap { _ in
                WaterReading(
                    value: DecimalNumber(Int.random(in: 0...500, using: &generator)),
                    volume: DecimalNumber(Int.random(in: 1...90, using: &generator)))
            }
            let mean = try Self.mean(of: readings)
            #expect(mean == (try Self.mean(of: readings.shuffled(using: &generator))))
            // Two readings with half the water each stand for one with all of it.
            let halves = readings.flatMap { reading in
                let half = reading.volume.map { DecimalNumber($0.value / 2) }
                return [reading, reading].compactMap { WaterReading(value: $0.value, volume: half) }
            }
            #expect(mean == (try Self.mean(of: halves)))
            let values = readings.map { ExactQuotient($0.value) }
            #expect(try #require(values.min()) <= mean && mean <= (try #require(values.max())))
        }
    }

    private static func mean(of readings: [WaterReading]) throws -> ExactQuotient {
        let outcome = WaterDayMean.of(
            readings, expected: readings.count, weighting: .byFlow, figures: try Material.figures().validity
        ).outcome
        return try #require(outcome.quotient)
    }

    @Test func `the steps tell the formula with its numbers`() throws {
        let readings = [(40, 100), (60, 300)].compactMap {
            WaterReading(value: DecimalNumber($0.0), volume: DecimalNumber($0.1))
        }
        let steps = WaterDayMean.of(
            readings, expected: 2, weighting: .byFlow, figures: try Material.figures().validity
        ).steps
        #expect(steps.last?.en == "flow-weighted daily mean Σ(C·Q) ÷ ΣQ = 22000 ÷ 400 = 55")
        #expect(steps.last?.zh == "流量加权日均值 Σ(C·Q) ÷ ΣQ = 22000 ÷ 400 = 55")
    }

    @Test func `water that runs backwards weighs nothing and is refused`() {
        #expect(WaterReading(value: DecimalNumber(1), volume: DecimalNumber(-1)) == nil)
        #expect(WaterReading(value: DecimalNumber(1), volume: DecimalNumber(0)) != nil)
        #expect(WaterReading(value: DecimalNumber(1), volume: nil) != nil)
    }
}
