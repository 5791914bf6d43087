import Facts
import Kernel
import Web

/// What a unit has promised: its tasks with light, what is due and what is late.
struct WorkbenchPage: ListPage {
    static let template = "Governance/WorkbenchPage"

    /// A report that is due.
    struct Due: Sendable {
        let line: TaskLine
        let report: DueReports.Entry
    }

    /// The units that the visitor speaks for.
    let units: [String]
    let lines: [TaskLine]
    /// Reports that are due, the most urgent first.
    let due: [Due]
    /// Findings and decisions that the visitor's units have not answered yet, the most urgent first.
    let items: [DirectiveLine]
    /// What the visitor's units owe beside reports on tasks, the most urgent first.
    let matters: [DueMatter]
    /// Until when a clock that is near runs out.
    let nearUntil: Instant
    let now: Instant

    var next: String? { nil }

    struct Content: Encodable, Sendable {
        let units: [String]
        let tasks: [TaskLine.Content]
        /// The newest report of each month on the unit's tasks.
        let reports: [Report]
        let due: [Entry]
        let items: [DirectiveLine.Content]
        let matters: [Matter]

        struct Matter: Encodable, Sendable {
            let kind: String
            let reference: String
            let what: String
            let unit: String
            let dueAt: String
            let isOverdue: Bool
            let address: String
        }

        struct Entry: Encodable, Sendable {
            let task: Int
            let month: String
            let dueAt: String
            let isOverdue: Bool
        }
    }

    func title(_ language: Language) -> String { Phrase("本单位政策任务", "My unit's tasks")(language) }

    var content: Content {
        Content(
            units: units, tasks: lines.map(\.content), reports: reports.map(\.content),
            due: due.map {
                .init(
                    task: $0.line.task.number, month: $0.report.month.description,
                    dueAt: $0.report.due.civil.isoText, isOverdue: $0.report.isOverdue)
            }, items: items.map(\.content),
            matters: matters.map {
                .init(
                    kind: $0.place.kind.rawValue, reference: $0.place.reference, what: $0.what, unit: $0.unit,
                    dueAt: $0.due.civil.isoText, isOverdue: $0.due <= now, address: $0.place.address)
            })
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "isNear": near > 0, "near": String(near), "hasUnits": !units.isEmpty, "units": units.map { ["unit": $0] },
            "hasDue": !due.isEmpty,
            "due": due.map { entry -> [String: Any] in
                let (tag, word) = standing(of: entry.report.due, Phrase("待填报", "to be reported"))
                return [
                    "number": String(entry.line.task.number), "text": entry.line.task.text,
                    "month": entry.report.month.description,
                    "dueAt": entry.report.due.termText, "tag": tag, "word": word(language),
                    "workAddress": entry.line.workAddress, "source": entry.line.source?(language) ?? "",
                ]
            },
            "hasMatters": !matters.isEmpty,
            "matters": matters.map { matter -> [String: Any] in
                let (tag, word) = standing(of: matter.due, Phrase("待办", "to be done"))
                return [
                    "kind": GovernanceRoom.dutyPhrase(matter.place.kind.rawValue)?(language) ?? "–",
                    "what": matter.what, "unit": matter.unit, "dueAt": matter.due.termText, "tag": tag,
                    "word": word(language), "matterAddress": matter.place.address,
                ]
            },
            "hasItems": !items.isEmpty, "items": items.map { $0.view(language) },
            "hasTasks": !lines.isEmpty, "tasks": lines.map { workLine($0, language) },
        ]
    }

    /// How much of what the units owe is due soon.
    private var near: Int {
        let ends =
            due.map(\.report.due) + matters.map(\.due)
            + items.map { Directive.end(of: $0.directive.due($0.item)) }
        return ends.count { $0 > now && $0 <= nearUntil }
    }

    /// The same line, leading to where work is done.
    private func workLine(_ line: TaskLine, _ language: Language) -> [String: Any] {
        line.view(language).merging(["address": line.workAddress]) { $1 }
    }

    private func standing(of due: Instant, _ open: Phrase) -> (String, Phrase) {
        if due < now { return ("late", Phrase("逾期", "overdue")) }
        return due <= nearUntil ? ("orange", Phrase("即将到期", "due soon")) : ("open", open)
    }
}
