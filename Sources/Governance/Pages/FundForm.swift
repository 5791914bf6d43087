import Kernel
import Web

/// The forms of the work on funds.
enum FundForm: String, Sendable, CaseIterable {
    case opening
    case budget
    case allocation
    case use
    case counter
    case application
    case judgement
    case grant

    /// The forms of one fund.
    static let ofBook: [FundForm] = [
        .application, .judgement, .grant, .budget, .allocation, .use, .counter,
    ]

    /// What it is called, and what its button says.
    var name: Phrase {
        switch self {
        case .opening: Phrase("设立资金", "Open a fund")
        case .budget: Phrase("登记年度预算", "Enter a budget")
        case .allocation: Phrase("分配资金", "Allocate money")
        case .use: Phrase("登记使用", "Enter a use")
        case .counter: Phrase("冲销更正", "Take an entry back")
        case .application: Phrase("申请资金", "Apply for money")
        case .judgement: Phrase("审核资金申请", "Review an application")
        case .grant: Phrase("按申请分配", "Allocate for an application")
        }
    }

    /// The fields of the route.
    var fields: [FormField] {
        switch self {
        case .opening:
            [
                Self.text("name", "资金名称", "Name", Fund.nameMax), Self.text("unit", "管理单位", "Unit that keeps it", 80),
                Self.text("purpose", "用途", "What for", Fund.textMax),
                FormField(
                    name: "task", label: Phrase("对应政策任务序号", "Number of the task"), kind: .number(max: 3),
                    required: false, hint: Phrase("任务清单中的序号，如 7", "its number in the list of tasks, such as 7")),
            ]
        case .budget:
            [
                Self.number("budget_year", "预算年度", "Year of the budget", 4),
                Self.number("budget_amount", "预算金额（万元）", "Budget (10k yuan)", 20),
                Self.text("budget_what", "说明", "What for", Fund.textMax),
                Self.text("budget_document", "预算文号", "Number of the document", Fund.textMax),
                FormField(name: "budget_on", label: Phrase("下达日期", "Day"), kind: .date, required: true),
            ]
        case .allocation:
            [
                Self.number("allocated_year", "预算年度", "Year of the budget", 4),
                Self.target("target"),
                Self.text(
                    "target_name", "对象", "Which", 80,
                    hint: Phrase("项目和任务填序号，企业填名称", "a project or task by its number, an enterprise by its name")),
                Self.number("allocated_amount", "分配金额（万元）", "Allocated (10k yuan)", 20),
                Self.text("allocated_what", "分配说明", "For what", Fund.textMax),
                Self.text("allocated_document", "分配文号", "Number of the document", Fund.textMax),
                FormField(name: "allocated_on", label: Phrase("分配日期", "Day"), kind: .date, required: true),
            ]
        case .use:
            [
                Self.number("allocation", "分配记录序号", "Number of the allocation", 5),
                Self.number("used_amount", "使用金额（万元）", "Used (10k yuan)", 20),
                Self.text("used_what", "使用说明", "For what", Fund.textMax),
                Self.text("used_document", "支付凭证号", "Number of the voucher", Fund.textMax),
                FormField(name: "used_on", label: Phrase("支付日期", "Paid on"), kind: .date, required: true),
            ]
        case .application: Self.applicationFields
        case .judgement: Self.judgementFields
        case .grant: Self.grantFields
        case .counter:
            [
                Self.number(
                    "entry", "要冲销的记录序号", "Number of the entry", 5,
                    hint: Phrase(
                        "整条冲销，原记录保留；再登记正确的记录",
                        "the whole of it; it stays in the book, and the right one is entered anew")),
                Self.text("reason", "更正理由", "Why", Fund.textMax),
                Self.text("counter_document", "更正文号", "Number of the document", Fund.textMax),
            ]
        }
    }

    static func target(_ name: String) -> FormField {
        FormField(
            name: name, label: Phrase("对象类别", "For a"), kind: .choice(FundTarget.Sort.allCases.map(\.rawValue)),
            required: true,
            optionLabels: Dictionary(uniqueKeysWithValues: FundTarget.Sort.allCases.map { ($0.rawValue, $0.phrase) }))
    }

    static func text(_ name: String, _ zh: String, _ en: String, _ max: Int, hint: Phrase? = nil) -> FormField {
        FormField(name: name, label: Phrase(zh, en), kind: .text(max: max), required: true, hint: hint)
    }

    static func number(
        _ name: String, _ zh: String, _ en: String, _ max: Int, hint: Phrase? = nil
    ) -> FormField {
        FormField(name: name, label: Phrase(zh, en), kind: .number(max: max), required: true, hint: hint)
    }
}
