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
    static func shown(on replaced: [ReplacedValue], in state: CaseState) -> FormField? {
        guard !replaced.isEmpty else { return nil }
        let words = replaced.map(\.phrase)
        let note = Phrase(
            "核查后撤销案件的必填；改写数据的造假迹象见迹象清单", "needed once somebody was on site; signs of rewritten data are listed apart")
        return FormField(
            name: verdict.name, label: verdict.label, kind: verdict.kind,
            required: MarkVerdict.afterCheck.contains(state),
            hint: Phrase(
                "\(note.zh)。\(words.map(\.zh).joined(separator: "；"))",
                "\(note.en). \(words.map(\.en).joined(separator: "; "))"),
            optionLabels: verdict.optionLabels)
    }
}
