import Kernel
import Web

extension TaskForm {
    static let contributionFields = [
        FormField(
            name: "contributed_month", label: Phrase("月份", "Month"), kind: .text(max: 7), required: true,
            hint: Phrase("如 2026-10", "like 2026-10")),
        FormField(
            name: "contribution", label: Phrase("本单位当月工作", "What your unit did"), kind: .longText(max: 2_000),
            required: true, hint: Phrase("不影响责任单位填报月报", "it stands beside the report of the accountable unit")),
        FormField(
            name: "contribution_evidence", label: Phrase("佐证", "Evidence"), kind: .longText(max: 1_000), required: true,
            hint: Phrase("文号、网址或存放位置", "document numbers, addresses or where the files are")),
    ]

    static let targetFields = [
        FormField(name: "target_year", label: Phrase("年度", "Year"), kind: .number(max: 4), required: true),
        FormField(
            name: "target", label: Phrase("当年要达到什么", "What is to be reached"), kind: .longText(max: 500),
            required: true),
        FormField(
            name: "target_indicator", label: Phrase("对应指标编码", "Code of the indicator that shows it"),
            kind: .text(max: 40), required: false, hint: Phrase("没有对应指标的留空", "empty for none")),
    ]

    static let confirmationFields = [
        FormField(name: "confirmed_year", label: Phrase("年度", "Year"), kind: .number(max: 4), required: true)
    ]

    static let counterFields = [
        FormField(
            name: "counter_act", label: Phrase("撤回什么", "What is taken back"),
            kind: .choice(CounteredAct.Sort.allCases.map(\.rawValue)), required: true,
            optionLabels: Dictionary(
                uniqueKeysWithValues: CounteredAct.Sort.allCases.map { ($0.rawValue, $0.phrase) })),
        FormField(
            name: "counter_target", label: Phrase("序号或月份", "Its number, or the month"), kind: .text(max: 7),
            required: true,
            hint: Phrase("延期和里程碑填序号，审核填月份", "the number of an extension or milestone, the month of a report")),
        FormField(
            name: "counter_document", label: Phrase("撤回决定文号", "Number of the counter-decision"),
            kind: .text(max: 100), required: true),
        FormField(
            name: "counter_reason", label: Phrase("撤回理由", "Why"), kind: .longText(max: 500), required: true,
            hint: Phrase("原记录保留，撤回后不再计算", "the record stays; it counts no more")),
    ]
}

extension CounteredAct.Sort {
    /// What it is called.
    var phrase: Phrase {
        switch self {
        case .extension: Phrase("延期", "an extension")
        case .acceptance: Phrase("月报审核通过", "the acceptance of a report")
        case .milestone: Phrase("里程碑完成", "that a milestone is reached")
        case .setting: Phrase("里程碑设定（误设且未完成）", "an open milestone that was set by mistake")
        }
    }
}

extension TaskRecord.TakenBack {
    /// As templates show it.
    func view(_ language: Language) -> [String: Any] {
        [
            "backAct": act.sort.phrase(language), "backTarget": act.target, "backDocument": document,
            "backReason": reason, "backOn": at.civil.date.description,
        ]
    }
}
