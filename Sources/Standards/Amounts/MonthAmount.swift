public import Facts
import Kernel

/// The actual amount of a month from hourly amounts of a stack or daily ones of waste water, with what filled the gaps.
///
/// The method of the permit's calculation rules: with gaps of more than a quarter of the period automatic data cannot
/// be the basis, and the method for "required but not installed" applies, unless the enterprise proves it is not at
/// fault.
public enum MonthAmount {
    /// One hour of a stack, or one day of waste water.
    public enum Part: Codable, Sendable, Equatable {
        /// From valid values.
        case measured(EmittedMass)
        /// A gap, filled for the amount.
        case substituted(EmittedMass)
        /// A gap that nothing fills.
        case missing
        /// The source stood still: nothing was emitted and nothing expected.
        case stopped
    }

    /// What came of it.
    public enum Outcome: Codable, Sendable, Equatable {
        /// The amount.
        case amount(Amount)
        /// The gaps are too many.
        case automaticDataCannotBeTheBasis(gaps: Int, expected: Int)
        /// The gaps are few enough, but so many parts of them are not filled.
        case gapsNotFilled(Int)
    }

    /// An amount with what it is made of.
    public struct Amount: Codable, Sendable, Equatable {
        /// All of it.
        public let total: EmittedMass
        /// The part that stands in for gaps.
        public let substituted: EmittedMass
        /// How many parts come from valid values.
        public let measuredParts: Int
        /// How many stand in.
        public let substitutedParts: Int
    }

    /// The amount of a month whose hours or days are all named, each once.
    public static func of(_ parts: [Part], figures: AmountFigures) -> Ruling<Outcome> {
        var (measured, substituted, missing) = ([EmittedMass](), [EmittedMass](), 0)
        for part in parts {
            switch part {
            case .measured(let mass): measured.append(mass)
            case .substituted(let mass): substituted.append(mass)
            case .missing: missing += 1
            case .stopped: break
            }
        }
        let gaps = substituted.count + missing
        let expected = measured.count + gaps
        let isTooMany = 100 * gaps > figures.gapSharePercentMax.value * expected
        let (limit, sign) = (figures.gapSharePercentMax.shown(unit: "%"), isTooMany ? ">" : "≤")
        let share = ExactQuotient(DecimalNumber(100 * gaps), over: DecimalNumber(max(expected, 1))).text
        let words = "\(gaps)/\(expected) = \(share) % \(sign)"
        let gapStep = Phrase("缺失时段 \(words) \(limit.zh)", "gaps \(words) \(limit.en)")
        guard !isTooMany else {
            let step = Phrase(
                "自动监测数据不能作为核算依据，按“应装未装”方法核算，除非企业证明非其原因造成",
                "automatic data cannot be the basis: the method for \"required but not installed\" applies, unless the "
                    + "enterprise proves that it is not at fault")
            return Ruling(
                outcome: .automaticDataCannotBeTheBasis(gaps: gaps, expected: expected), steps: [gapStep, step])
        }
        guard missing == 0 else {
            let step = Phrase("尚有 \(missing) 个缺失时段未替代", "\(missing) gaps are not filled yet")
            return Ruling(outcome: .gapsNotFilled(missing), steps: [gapStep, step])
        }
        let filled = EmittedMass.sum(substituted)
        let total = EmittedMass.sum(measured + substituted)
        let step = Phrase(
            "排放量 \(total) mg（\(total.grams) g），其中替代 \(filled) mg",
            "amount \(total) mg (\(total.grams) g), of it \(filled) mg filled")
        let amount = Amount(
            total: total, substituted: filled, measuredParts: measured.count, substitutedParts: substituted.count)
        return Ruling(outcome: .amount(amount), steps: [gapStep, step])
    }
}
