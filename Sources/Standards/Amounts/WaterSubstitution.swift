public import Facts
import Kernel

/// What stands in for a day of waste water without a valid amount: the greatest valid daily amount of the last
/// qualified period (HJ 356-2019, from memory). For the emitted amount only; a concentration is never replaced.
public enum WaterSubstitution {
    /// What stands in.
    public enum Outcome: Codable, Sendable, Equatable {
        /// The greatest daily amount, and of how many days.
        case amount(EmittedMass, of: Int)
        /// The period before holds no valid day.
        case none
    }

    /// The amount that stands in, from the valid daily amounts of the last qualified period.
    public static func amount(from days: [EmittedMass]) -> Ruling<Outcome> {
        guard let greatest = days.max() else {
            let step = Phrase("上一合格期内无有效日排放量", "no valid daily amount in the last qualified period")
            return Ruling(outcome: .none, steps: [step])
        }
        let step = Phrase(
            "取上一合格期 \(days.count) 个有效日排放量的最大值 \(greatest) mg（HJ 356-2019，凭记忆），仅用于核算排放量",
            "the greatest of \(days.count) valid daily amounts of the last qualified period, \(greatest) mg "
                + "(HJ 356-2019, from memory), for the amount only")
        return Ruling(outcome: .amount(greatest, of: days.count), steps: [step])
    }
}
