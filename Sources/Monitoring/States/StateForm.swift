import Kernel
import Standards
import Web

/// The form of each action on a state episode.
enum StateForm {
    /// The step the person saw; a form sent twice or overtaken by a colleague is recognised by it.
    static let seenStep = "seen_step"

    /// The fields of an action's address.
    static func fields(of action: StateAction) -> [FormField] {
        [FormField(name: seenStep, label: Phrase("步骤", "step"), kind: .text(max: 6), required: true)]
            + askedFields(of: action)
    }

    static func askedFields(of action: StateAction) -> [FormField] {
        switch action {
        case .reportFault:
            [
                day("broke_on", Phrase("故障日期", "Day of the fault")),
                words("fault", Phrase("故障情况", "What is broken"), max: 2_000),
            ] + substitute
        case .reportRepair:
            [
                day("repaired_on", Phrase("修复日期", "Day of the repair")),
                words("work", Phrase("维修情况", "Work done"), max: 2_000),
            ]
        case .explain: [words("explanation", Phrase("情况说明", "Explanation"), max: 2_000)]
        case .tellStop:
            [
                day("stopped_on", Phrase("停运日期", "Day of the stop")),
                words("reason", Phrase("停运原因及预计恢复时间", "Why, and until when"), max: 1_000),
            ]
        case .confirm:
            [
                FormField(
                    name: "passed", label: Phrase("结论", "Outcome"), kind: .choice(["true", "false"]), required: true,
                    optionLabels: ["true": Phrase("认可", "accepted"), "false": Phrase("退回", "sent back")]),
                words("opinion", Phrase("意见", "Opinion"), max: 1_000),
            ]
        case .look: [words("opinion", Phrase("核实情况与意见", "What was found, and the opinion"), max: 2_000)]
        }
    }

    /// How values are measured meanwhile.
    private static let substitute: [FormField] = [
        FormField(
            name: SubstituteMeasuring.field, label: Phrase("替代监测方式", "How values are measured meanwhile"),
            kind: .choice(SubstituteMeasuring.allCases.map(\.rawValue)), required: true,
            hint: Phrase("人工监测每日不少于4次，间隔不超过6小时", "by hand at least 4 times a day, at most 6 hours apart"),
            optionLabels: Dictionary(
                uniqueKeysWithValues: SubstituteMeasuring.allCases.map { ($0.rawValue, $0.phrase) })),
        words(
            SubstituteMeasuring.byField,
            Phrase("监测机构、仪器或停产原因", "Institution, instrument, or why the plant stands"), max: 500),
        FormField(
            name: SubstituteMeasuring.dayField, label: Phrase("首次监测日期", "Measured from"), kind: .date,
            required: false, hint: Phrase("停产的可不填", "not needed where the plant stands")),
    ]

    /// What a step held, with its labels.
    static func lines(of step: StateStep, _ language: Language) -> [[String: String]] {
        askedFields(of: step.action).compactMap { field in
            guard let value = step.form[field.name], !value.isEmpty else { return nil }
            return ["label": field.label(language), "value": field.optionLabels[value]?(language) ?? value]
        }
    }

    private static func day(_ name: String, _ label: Phrase) -> FormField {
        FormField(name: name, label: label, kind: .date, required: true)
    }

    private static func words(_ name: String, _ label: Phrase, max: Int) -> FormField {
        FormField(name: name, label: label, kind: .longText(max: max), required: true)
    }
}
