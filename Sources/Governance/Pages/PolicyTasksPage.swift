import Kernel
import Web

/// The tasks of a policy with their lights, for anybody.
struct PolicyTasksPage: ListPage {
    static let template = "Governance/PolicyTasksPage"

    let policy: PolicyDocument
    /// What can be chosen in its place.
    let choice: PolicySwitch
    let light: TaskLight?
    let unit: String?
    let lines: [TaskLine]
    let next: String?

    struct Content: Encodable, Sendable {
        let policy: String
        let tasks: [TaskLine.Content]
        let next: String?
    }

    func title(_ language: Language) -> String { Phrase("政策重点任务", "Tasks of the policy")(language) }

    var content: Content {
        Content(policy: policy.meta.code.text, tasks: lines.map(\.content), next: next)
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "code": policy.meta.code.text, "documentNumber": policy.meta.documentNumber,
            "documentAddress": policy.minutes?.address ?? "/policy?document=\(policy.meta.code)",
            "choice": choice.view(language),
            "lights": TaskLight.allCases.map { light -> [String: Any] in
                ["code": light.rawValue, "name": light.phrase(language), "isChosen": light == self.light]
            },
            "units": policy.units.map { ["name": $0.name, "isChosen": $0.name == unit] as [String: Any] },
            "hasTasks": !lines.isEmpty, "tasks": lines.map { $0.view(language) },
            "hasNext": next != nil, "next": next ?? "",
        ]
    }

    func tables(_ language: Language) -> [ListTable] {
        let columns: [TableColumn<TaskLine>] = [
            TableColumn(Phrase("政策", "Policy")) { .text($0.policy.text) },
            TableColumn(Phrase("序号", "No")) { .number($0.task.number) },
            TableColumn(Phrase("部分", "Section")) { .text(PolicyWords.section($0.task.section, language)) },
            TableColumn(Phrase("任务", "Task")) { .text($0.task.text) },
            TableColumn(Phrase("牵头单位", "Lead units")) { .text($0.task.leadUnits.joined(separator: "、")) },
            TableColumn(Phrase("时限（原文）", "Deadline as written")) { .text($0.task.writtenDeadline) },
            TableColumn(Phrase("最后一日", "Last day")) { .day($0.record?.extendedTo ?? $0.task.writtenLastDay) },
            TableColumn(Phrase("进度灯", "Light")) { .text($0.light.phrase(language)) },
            TableColumn(Phrase("原因", "Why")) { .text($0.reason.phrase(language)) },
            TableColumn(Phrase("最近月报", "Newest report")) { .text($0.record?.newestReport?.month.description) },
        ]
        return [ListTable(Phrase("重点任务", "Tasks"), lines, language, columns: columns)]
    }
}
