import Facts
import Kernel

/// MON-12: the monitoring is maintained; counted against the hours of a quarter.
struct MaintenanceHours: DecisionRule {
    typealias Input = StateInput
    typealias Outcome = StateOutcome

    static let descriptor = RuleDescriptor(
        code: "MON-12", version: 1,
        title: Phrase(
            "维护：维护标记，或超过通常时长的校准；每季度不超过 30 小时",
            "maintenance: marked so, or a calibration longer than usual; at most 30 hours a quarter"),
        basis: Phrase(
            "HJ 212-2017、HJ 212-2025 标记 M、C；每季度 30 小时凭记忆，未核对原文",
            "marks M and C of HJ 212-2017 and HJ 212-2025; 30 hours a quarter is from memory"),
        validFrom: CivilDate(dayNumber: 18_262), validTo: nil, certainty: .fromMemory)

    static func decide(_ input: Input) -> Ruling<Outcome> { input.ruling }
}
