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

    /// The same with the values it is about; nil where there are none.
    static func shown(of action: CaseAction, on replaced: [ReplacedValue], in state: CaseState) -> FormField? {
        guard !replaced.isEmpty else { return nil }
        let words = replaced.map(\.phrase)
        let isOfEnd = action == .dismiss
        let note =
            isOfEnd
            ? Phrase(
                "核查后撤销案件的必填；改写数据的造假迹象见迹象清单",
                "needed once somebody was on site; signs of rewritten data are listed apart")
            : Phrase(
                "仅在定性为工况时有用：不采信的，启停时长按告知本案的全部小时计",
                "counts for a condition alone: unless they are taken, a start or stop is measured by all hours told")
        return FormField(
            name: verdict.name, label: verdict.label, kind: verdict.kind,
            required: isOfEnd && MarkVerdict.afterCheck.contains(state),
            hint: Phrase(
                "\(note.zh)。\(words.map(\.zh).joined(separator: "；"))",
                "\(note.en). \(words.map(\.en).joined(separator: "; "))"),
            optionLabels: verdict.optionLabels)
    }
}
