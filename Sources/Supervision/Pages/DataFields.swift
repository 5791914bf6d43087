import Kernel
import Web

/// What becomes of values that were sent again.
enum DataFields {
    static let verdict = FormField(
        name: DataVerdict.field, label: Phrase("对重新上传数据的处理", "The values sent again"),
        kind: .choice([DataVerdict.accepted]), required: false,
        optionLabels: [
            DataVerdict.accepted: Phrase("采信新数据，理由见下", "taken as true, for the reason below")
        ])

    /// The one answer of the step that refuses them.
    static let refusal = FormField(
        name: DataVerdict.field, label: verdict.label, kind: .choice([DataVerdict.refused]), required: true,
        hint: Phrase(
            "案件按首报数据继续办理：撤销的任务解除，原步骤的任务和时限恢复；数据和理由写入此后文书",
            "the case goes on upon the data first told: the dismissal is owed no more, the duty of its state returns, "
                + "and the papers that follow say so"),
        optionLabels: [DataVerdict.refused: Phrase("不予采信，理由见下", "refused, for the reason below")])

    /// What is said of them in an action, with the values it is about; nil where there are none.
    static func shown(of action: CaseAction, on replaced: [ReplacedValue], in state: CaseState) -> FormField? {
        guard !replaced.isEmpty else { return nil }
        let words = replaced.map(\.phrase)
        let (field, note) = said(by: action)
        return FormField(
            name: field.name, label: field.label, kind: field.kind,
            required: field.required || action == .dismiss && MarkVerdict.afterCheck.contains(state),
            hint: Phrase(
                "\(note.zh)。\(words.map(\.zh).joined(separator: "；"))",
                "\(note.en). \(words.map(\.en).joined(separator: "; "))"),
            optionLabels: field.optionLabels)
    }

    private static func said(by action: CaseAction) -> (field: FormField, note: Phrase) {
        switch action {
        case .refuseData: (refusal, refusal.hint ?? Phrase("", ""))
        case .dismiss:
            (
                verdict,
                Phrase(
                    "核查后撤销案件的必填；改写数据的造假迹象见迹象清单",
                    "needed once somebody was on site; signs of rewritten data are listed apart")
            )
        // The one other step that asks is the qualification.
        default:
            (
                verdict,
                Phrase(
                    "仅在定性为工况时有用：不采信的，启停时长按告知本案的全部小时计",
                    "counts for a condition alone: unless they are taken, a start or stop is measured by all hours told"
                )
            )
        }
    }
}
