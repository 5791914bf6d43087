import Facts
import Kernel

/// MON-14: the number is not what was measured.
struct UnmeasuredHours: DecisionRule {
    typealias Input = StateInput
    typealias Outcome = StateOutcome

    static let descriptor = RuleDescriptor(
        code: "MON-14", version: 1,
        title: Phrase(
            "数值非实测：超测量上限（T）掩盖峰值；手工设定（S）只作记录",
            "not measured: above the range (T) hides a peak; set by hand (S) is noted only"),
        basis: Phrase(
            "HJ 212-2017、HJ 212-2025 标记 T、S；24 小时核实为设计值",
            "marks T and S of HJ 212-2017 and HJ 212-2025; 24 hours to look into it is a design value"),
        validFrom: CivilDate(dayNumber: 18_262), validTo: nil, certainty: .designValue)

    static func decide(_ input: Input) -> Ruling<Outcome> { input.ruling }
}
