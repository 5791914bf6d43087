import Facts
import Kernel

/// MON-10: nothing came for longer than a gap may be.
struct SilentHours: DecisionRule {
    typealias Input = StateInput
    typealias Outcome = StateOutcome

    static let descriptor = RuleDescriptor(
        code: "MON-10", version: 1,
        title: Phrase(
            "无数据：因子连续缺小时值超过允许间断",
            "no data: hours of a factor are missing for longer than a gap may be"),
        basis: Phrase(
            "污染源自动监控设施运行管理办法（2008）、现场监督检查办法（部令19号，2012）：故障 12 小时内报告；间断时长为设计值",
            "rules for running automatic monitoring (2008, 2012): a fault is reported within 12 hours; the length "
                + "of a gap is a design value"
        ),
        validFrom: CivilDate(dayNumber: 18_262), validTo: nil, certainty: .designValue)

    static func decide(_ input: Input) -> Ruling<Outcome> { input.ruling }
}
