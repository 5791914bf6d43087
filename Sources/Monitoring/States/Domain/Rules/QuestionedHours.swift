import Facts
import Kernel

/// MON-14, version 2: the number is not what was measured, and from some hours on it is asked why it was set by hand.
enum QuestionedHours: DecisionRule {
    typealias Input = StateInput
    typealias Outcome = StateOutcome

    static let descriptor = RuleDescriptor(
        code: UnmeasuredHours.descriptor.code, version: 2,
        title: Phrase(
            "数值非实测：超测量上限（T）掩盖峰值；手工设定（S）达到规定小时数的请企业说明",
            "not measured: above the range (T) hides a peak; set by hand (S) for some hours is to be explained"),
        basis: Phrase(
            "HJ/T 212-2005、HJ 212-2017、HJ 212-2025 标记 T、S；小时数与 24 小时均为设计值",
            "marks T and S of HJ/T 212-2005, HJ 212-2017 and HJ 212-2025; the hours and the 24 hours to answer are "
                + "design values"),
        validFrom: UnmeasuredHours.descriptor.validFrom, validTo: nil, certainty: .designValue)

    static func decide(_ input: Input) -> Ruling<Outcome> { input.ruling }
}
