import Facts
import Kernel

/// MON-13: source or instrument stands still.
struct StoppedHours: DecisionRule {
    typealias Input = StateInput
    typealias Outcome = StateOutcome

    static let descriptor = RuleDescriptor(
        code: "MON-13", version: 1,
        title: Phrase(
            "停运：停运标记",
            "stopped: marked so"),
        basis: Phrase(
            "HJ/T 212-2005（排放源停运）、HJ 212-2017、HJ 212-2025（仪表停运）标记 F；24 小时为设计值",
            "mark F of HJ/T 212-2005 (source), HJ 212-2017 and HJ 212-2025 (instrument); 24 hours is a design value"),
        validFrom: CivilDate(dayNumber: 18_262), validTo: nil, certainty: .designValue)

    static func decide(_ input: Input) -> Ruling<Outcome> { input.ruling }
}
