import Kernel
import Web

extension FundForm {
    /// What a unit applies for.
    static let applicationFields = [
        text("applicant", "申请单位", "Unit that applies", 80), target("applied_target"),
        text(
            "applied_target_name", "对象", "Which", 80,
            hint: Phrase("项目和任务填序号，企业填名称", "a project or task by its number, an enterprise by its name")),
        number("applied_amount", "申请金额（万元）", "Amount (10k yuan)", 20),
        text("applied_what", "申请用途", "What for", Fund.textMax),
    ]

    /// What the office says of an application.
    static let judgementFields = [
        number("application", "申请序号", "Number of the application", 4),
        FormField(
            name: "verdict", label: Phrase("审核意见", "Verdict"),
            kind: .choice(ReviewVerdict.allCases.map(\.rawValue)), required: true,
            optionLabels: Dictionary(uniqueKeysWithValues: ReviewVerdict.allCases.map { ($0.rawValue, $0.phrase) })),
        text("judged_note", "审核说明", "Why", Fund.textMax),
    ]

    /// Money that is set aside for an application, as it was accepted.
    static let grantFields = [
        number("granted_application", "申请序号", "Number of the application", 4),
        number("granted_year", "预算年度", "Year of the budget", 4),
        text("granted_document", "分配文号", "Number of the document", Fund.textMax),
        FormField(name: "granted_on", label: Phrase("分配日期", "Day"), kind: .date, required: true),
    ]
}
