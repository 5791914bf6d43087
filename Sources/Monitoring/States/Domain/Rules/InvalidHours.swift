import Facts
import Kernel

/// MON-11: what came is no value.
struct InvalidHours: DecisionRule {
    typealias Input = StateInput
    typealias Outcome = StateOutcome

    static let descriptor = RuleDescriptor(
        code: "MON-11", version: 1,
        title: Phrase(
            "数据无效：故障、通讯异常或无法识别的标记",
            "invalid: a fault, a broken link, or a mark that no edition knows"),
        basis: Phrase(
            "HJ/T 212-2005、HJ 212-2017、HJ 212-2025 数据标记；故障 12 小时内报告、5 个工作日内修复（2008、2012 年办法）",
            "marks of HJ/T 212-2005, HJ 212-2017 and HJ 212-2025; a fault is reported within 12 hours and "
                + "repaired within 5 working days"
        ),
        validFrom: CivilDate(dayNumber: 18_262), validTo: nil, certainty: .verified)

    static func decide(_ input: Input) -> Ruling<Outcome> { input.ruling }
}
