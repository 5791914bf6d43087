import Kernel
import Web

/// The form of each action: what is asked, in which order, within which bounds.
enum CaseForm {
    /// The step the person saw; a form sent twice or overtaken by a colleague is recognised by it.
    static let seenStep = "seen_step"

    static func fields(of action: CaseAction) -> [FormField] {
        [FormField(name: seenStep, label: Phrase("步骤", "step"), kind: .text(max: 6), required: true)]
            + askedFields(of: action)
    }

    static func askedFields(of action: CaseAction) -> [FormField] {
        switch action {
        case .warn: [longText("note", Phrase("预警说明", "Note to the enterprise"), max: 500, required: false)]
        case .answer: [cause, longText("explanation", Phrase("情况说明", "Explanation"), max: 2_000)]
        case .accept: [longText("note", Phrase("签收意见", "Note"), max: 500, required: false)]
        case .check:
            [
                date("checked_on", Phrase("核查日期", "Day of the check")), companion,
                longText("findings", Phrase("核查情况", "Findings"), max: 2_000),
            ]
        case .order:
            [
                longText("demands", Phrase("改正要求", "What must be put right"), max: 2_000),
                date("rectify_by", Phrase("改正期限", "To be put right by")),
            ]
        case .report:
            [
                longText("measures", Phrase("整改措施", "Measures taken"), max: 2_000),
                date("completed_on", Phrase("完成日期", "Completed on")),
            ]
        case .recheck:
            [
                date("rechecked_on", Phrase("复查日期", "Day of the re-check")), companion,
                longText("findings", Phrase("复查情况", "Findings"), max: 2_000),
                FormField(
                    name: "passed", label: Phrase("复查合格", "Found right"), kind: .flag, required: true,
                    hint: Phrase("不合格时请勿提交，继续督促整改", "do not send the form while it is not; keep pressing for it")),
            ]
        case .close: [longText("opinion", Phrase("销号意见", "Opinion on closure"), max: 1_000)]
        }
    }

    private static let cause = FormField(
        name: "cause", label: Phrase("原因类别", "Kind of cause"),
        kind: .choice(["production", "treatment", "device", "other"]), required: true,
        optionLabels: [
            "production": Phrase("生产工况波动", "production condition"),
            "treatment": Phrase("治理设施异常", "treatment facility"),
            "device": Phrase("监测设备故障", "monitoring device"),
            "other": Phrase("其他", "other"),
        ])

    private static let companion = FormField(
        name: "companion", label: Phrase("同行执法人员", "Second officer"), kind: .text(max: 40), required: true,
        hint: Phrase("现场检查须两名执法人员", "a check on site takes two officers"))

    private static func longText(_ name: String, _ label: Phrase, max: Int, required: Bool = true) -> FormField {
        FormField(name: name, label: label, kind: .longText(max: max), required: required)
    }

    private static func date(_ name: String, _ label: Phrase) -> FormField {
        FormField(name: name, label: label, kind: .date, required: true)
    }

    /// The words of a stored value: the label of a choice, yes or no for a flag, else the text itself.
    static func shown(_ value: String, of field: FormField, _ language: Language) -> String {
        switch field.kind {
        case .choice: field.optionLabels[value]?(language) ?? value
        case .flag: value == "true" ? Phrase("是", "yes")(language) : Phrase("否", "no")(language)
        case .text, .longText, .secret, .date: value
        }
    }
}
