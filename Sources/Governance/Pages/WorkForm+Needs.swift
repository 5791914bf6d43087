import Kernel
import Web

extension WorkForm {
    /// What a project says of land or a quota that it needs.
    static let needFields = [
        FormField(
            name: "need_sort", label: Phrase("要素", "Land or quota"),
            kind: .choice(ProjectNeedSort.allCases.map(\.rawValue)), required: true,
            optionLabels: Dictionary(
                uniqueKeysWithValues: ProjectNeedSort.allCases.map { sort in
                    (
                        sort.rawValue,
                        Phrase("\(sort.phrase.zh)（\(sort.unit.zh)）", "\(sort.phrase.en) (\(sort.unit.en))")
                    )
                })),
        text("need_what", "具体内容", "What exactly", 200), number("need_amount", "数量（按要素单位）", "How much, in its unit", 12),
        text("need_owner", "责任单位", "Unit that is to grant it", 80),
        FormField(name: "asked_on", label: Phrase("提出日期", "Asked on"), kind: .date, required: true),
    ]
}
