import Facts
import Kernel
import Standards
import TestMaterial
import Testing

/// Repeats the table of `docs/method/judging-values.md`.
struct MonthAmountTests {
    private typealias Material = JudgingMaterial

    @Test func `each row of the method page holds`() throws {
        let rows = try RepositoryFile.table(
            "| measured | filled | missing | stopped | outcome |", in: "docs/method/judging-values.md")
        #expect(rows.count >= 7)
        let kilogram = try #require(EmittedMass(milligrams: 1_000_000))
        for row in rows {
            let counts = try row.prefix(4).map { try #require(Int($0)) }
            let parts: [MonthAmount.Part] =
                Array(repeating: .measured(kilogram), count: counts[0])
                + Array(repeating: .substituted(kilogram), count: counts[1])
                + Array(repeating: .missing, count: counts[2]) + Array(repeating: .stopped, count: counts[3])
            #expect(Self.words(MonthAmount.of(parts, figures: try Material.figures().amounts).outcome) == row[4])
        }
    }

    private static func words(_ outcome: MonthAmount.Outcome) -> String {
        switch outcome {
        case .amount(let amount): "\(amount.total.grams) g, \(amount.substituted.grams) g filled"
        case .automaticDataCannotBeTheBasis(let gaps, let expected): "no basis (\(gaps) of \(expected))"
        case .gapsNotFilled(let count): "\(count) gaps not filled"
        }
    }

    @Test func `the order of the hours changes nothing, and no milligram is lost`() throws {
        var generator = SeededGenerator(seed: 25)
        for _ in 0..<100 {
            let masses = try (0..<720).map { _ in
                try #require(EmittedMass(milligrams: Int64.random(in: 0...9_999_999, using: &generator)))
            }
            let parts = masses.enumerated().map { index, mass in
                index.isMultiple(of: 10) ? MonthAmount.Part.substituted(mass) : .measured(mass)
            }
            let figures = try Material.figures().amounts
            let outcome = MonthAmount.of(parts, figures: figures).outcome
            #expect(outcome == MonthAmount.of(parts.shuffled(using: &generator), figures: figures).outcome)
            guard case .amount(let amount) = outcome else {
                Issue.record("a tenth of gaps is not too many")
                return
            }
            #expect(amount.total.milligrams == masses.reduce(0) { $0 + $1.milligrams })
            #expect([amount.measuredParts, amount.substitutedParts] == [648, 72])
        }
    }

    @Test func `the steps say what follows when there are too many gaps`() throws {
        let steps = MonthAmount.of([.missing], figures: try Material.figures().amounts).steps
        #expect(steps.map(\.zh) == ["缺失时段 1/1 = 100 % > 25 %", "自动监测数据不能作为核算依据，按“应装未装”方法核算，除非企业证明非其原因造成"])
    }
}
