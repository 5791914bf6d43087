import Kernel
import Web

/// The forms of the work on a task: what each asks for, and where it is sent.
enum TaskForm: String, Sendable, CaseIterable {
    case report
    case review
    case cite
    case milestone
    case reached
    case assignment
    case `extension`
    case tolerance
    case contribution
    case counter
    case target
    case confirmation

    /// What the button says.
    var submit: Phrase {
        switch self {
        case .report: Phrase("填报", "Report")
        case .review: Phrase("提交审核意见", "Review")
        case .cite: Phrase("引用事实", "Name the fact")
        case .milestone: Phrase("设定里程碑", "Set the milestone")
        case .reached: Phrase("标记完成", "Say that it is reached")
        case .assignment: Phrase("确定责任人", "Name who answers for it")
        case .extension: Phrase("登记延期决定", "Record the extension")
        case .tolerance: Phrase("登记认定结果", "Record the finding")
        case .contribution: Phrase("填写配合情况", "Add the contribution")
        case .counter: Phrase("撤回", "Take it back")
        case .target: Phrase("设定年度目标", "Set the target")
        case .confirmation: Phrase("确认年度目标", "Agree to it")
        }
    }

    /// What it is called.
    var name: Phrase {
        switch self {
        case .report: Phrase("填报月报", "Report on a month")
        case .review: Phrase("审核月报", "Review the newest report")
        case .cite: Phrase("以本系统事实作佐证", "Name a fact of this system as evidence")
        case .milestone: Phrase("设定里程碑", "Set a milestone")
        case .reached: Phrase("里程碑完成", "A milestone is reached")
        case .assignment: Phrase("责任人", "Who answers for it")
        case .extension: Phrase("延期决定", "Extension by a decision")
        case .tolerance: Phrase("容错免责认定", "Excuse of those who are late")
        case .contribution: Phrase("配合情况", "Contribution of a unit that leads with another")
        case .counter: Phrase("撤回延期、审核或里程碑", "Take back an extension, acceptance or milestone")
        case .target: Phrase("年度目标", "Target of a year")
        case .confirmation: Phrase("确认年度目标", "Agree to the target of a year")
        }
    }

    /// The fields of the route. Names are unique over all forms, because they stand on one page.
    var fields: [FormField] {
        switch self {
        case .report: Self.reportFields
        case .review:
            [
                FormField(
                    name: "reviewed_month", label: Phrase("月份", "Month"), kind: .text(max: 7), required: true),
                FormField(
                    name: "verdict", label: Phrase("意见", "Verdict"),
                    kind: .choice(ReviewVerdict.allCases.map(\.rawValue)), required: true,
                    optionLabels: Dictionary(
                        uniqueKeysWithValues: ReviewVerdict.allCases.map { ($0.rawValue, $0.phrase) })),
                FormField(name: "note", label: Phrase("说明", "Note"), kind: .longText(max: 500), required: true),
            ]
        case .cite:
            [
                FormField(
                    name: "cited_month", label: Phrase("月份", "Month"), kind: .text(max: 7), required: true),
                FormField(
                    name: "fact", label: Phrase("事实序号", "Number of the fact"), kind: .number(max: 18), required: true,
                    hint: Phrase("各页“事实序号”所列", "as pages show it")),
            ]
        case .tolerance: Self.toleranceFields
        case .contribution: Self.contributionFields
        case .counter: Self.counterFields
        case .target: Self.targetFields
        case .confirmation: Self.confirmationFields
        case .milestone:
            [
                FormField(name: "title", label: Phrase("里程碑", "Milestone"), kind: .text(max: 200), required: true),
                FormField(name: "due", label: Phrase("应完成日期", "Due"), kind: .date, required: true),
            ]
        case .reached:
            [
                FormField(
                    name: "milestone", label: Phrase("里程碑序号", "Number of the milestone"), kind: .number(max: 4),
                    required: true),
                FormField(name: "day", label: Phrase("完成日期", "Reached on"), kind: .date, required: true),
                FormField(
                    name: "shown", label: Phrase("佐证", "What shows it"), kind: .text(max: 500), required: true,
                    hint: Phrase("文号、网址或存放位置", "document numbers, addresses or where the files are")),
            ]
        case .assignment:
            [
                FormField(name: "unit", label: Phrase("牵头单位", "Lead unit"), kind: .text(max: 80), required: true),
                FormField(
                    name: "person", label: Phrase("责任人编号", "Code of the person"), kind: .text(max: 32),
                    required: true, hint: Phrase("该单位已开通的人员", "somebody of that unit who may sign in")),
            ]
        case .extension:
            [
                FormField(name: "deadline", label: Phrase("新时限", "New last day"), kind: .date, required: true),
                FormField(
                    name: "document", label: Phrase("决定文号或纪要", "Number of the decision or minutes"),
                    kind: .text(max: 100), required: true),
                FormField(name: "reason", label: Phrase("理由", "Reason"), kind: .longText(max: 500), required: true),
            ]
        }
    }

    private static let toleranceFields =
        ToleranceFinding.Condition.allCases.map { condition in
            FormField(name: condition.rawValue, label: condition.phrase, kind: .flag, required: false)
        } + [
            FormField(
                name: "finding", label: Phrase("认定结果", "Finding"),
                kind: .choice(ToleranceFinding.Finding.allCases.map(\.rawValue)), required: true,
                hint: Phrase("五项条件全部满足方可免责", "excused is only who met all five conditions"),
                optionLabels: Dictionary(
                    uniqueKeysWithValues: ToleranceFinding.Finding.allCases.map { ($0.rawValue, $0.phrase) })),
            FormField(
                name: "finding_document", label: Phrase("认定文号", "Document of the committee"), kind: .text(max: 100),
                required: true),
            FormField(
                name: "finding_note", label: Phrase("认定说明", "What was found"), kind: .longText(max: 500),
                required: true),
        ]

    private static let reportFields = [
        FormField(
            name: "month", label: Phrase("月份", "Month"), kind: .text(max: 7), required: true,
            hint: Phrase("如 2026-10", "like 2026-10")),
        FormField(
            name: "standing", label: Phrase("自评", "How it stands"),
            kind: .choice(TaskStanding.allCases.map(\.rawValue)), required: true,
            hint: Phrase("长期任务的“已完成”指当年目标", "of a long-term task, “fulfilled” means the target of the year"),
            optionLabels: Dictionary(uniqueKeysWithValues: TaskStanding.allCases.map { ($0.rawValue, $0.phrase) })),
        FormField(name: "progress", label: Phrase("本月进展", "Progress"), kind: .longText(max: 2_000), required: true),
        FormField(
            name: "evidence", label: Phrase("佐证", "Evidence"), kind: .longText(max: 1_000), required: true,
            hint: Phrase("文号、网址、本平台页面或存放位置", "document numbers, addresses, pages of this product, where files are")),
    ]
}
