import Facts
import Kernel

/// The next version of a rule over a curve: hours that the enterprise marked as invalid or standing still have no value
/// for it, and a marked calibration is one.
///
/// A line that stays the same while the device is calibrated, or while nothing runs, was not made by anybody.
enum HeedingMarks<Rule: DecisionRule, Figures: Codable & Sendable & Equatable>: DecisionRule
where Rule.Input == SignInput<Figures>, Rule.Outcome == SignOutcome {
    typealias Input = SignInput<Figures>
    typealias Outcome = SignOutcome

    static var descriptor: RuleDescriptor {
        let rule = Rule.descriptor
        return RuleDescriptor(
            code: rule.code, version: rule.version + 1,
            title: rule.title.joined(
                with: Phrase("企业标记无效或停运的小时不计", "hours marked as invalid or standing still are left out")),
            basis: rule.basis.joined(
                with: Phrase("企业标记：标记规则（公告2022年第21号）", "marks of the enterprise: notice 2022 no. 21")),
            // 2023-01-01, when the marking rules began.
            validFrom: max(rule.validFrom, CivilDate(dayNumber: 19_358)), validTo: rule.validTo,
            certainty: rule.certainty)
    }

    static func decide(_ input: Input) -> Ruling<Outcome> {
        let ruling = Rule.decide(input.heedingMarks)
        let places = (input.stretches ?? []).byPlace(from: input.curve.start, hours: input.curve.values.count)
        let marked = places.count { $0 != nil }
        guard marked > 0 else { return ruling }
        let step = Phrase(
            "企业标记无效或停运的 \(marked) 小时不计", "\(marked) h marked as invalid or standing still are left out")
        return Ruling(outcome: ruling.outcome, steps: [step] + ruling.steps)
    }
}

extension SignInput {
    /// The same without the values of marked hours.
    fileprivate var heedingMarks: SignInput {
        guard let stretches else { return self }
        let places = stretches.byPlace(from: curve.start, hours: curve.values.count)
        guard places.contains(where: { $0 != nil }) else { return self }
        let values = zip(curve.values, places).map { $1 == nil ? $0 : nil }
        let marks = zip(curve.marks, places).map { $1?.meaning == .calibration ? "C" : $0 }
        return SignInput(
            outlet: outlet, pollutant: pollutant,
            curve: HourCurve(start: curve.start, values: values, marks: marks), limit: limit, framesRoot: framesRoot,
            figures: figures)
    }
}
