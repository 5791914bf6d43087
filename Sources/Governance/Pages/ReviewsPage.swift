import Kernel
import Web

/// The office's list: reports that wait for a review, the oldest first.
struct ReviewsPage: ListPage {
    static let template = "Governance/ReviewsPage"

    /// A report that waits.
    struct Waiting: Sendable {
        let line: TaskLine
        let report: TaskReport
        let due: Instant?
    }

    let waiting: [Waiting]
    let filter: ReviewFilter
    let next: String?
    let now: Instant

    struct Content: Encodable, Sendable {
        let reports: [Entry]
        let next: String?

        struct Entry: Encodable, Sendable {
            let policy: String
            let task: Int
            let text: String
            let month: String
            let unit: String
            let standing: String
            let filedAt: String
            let dueAt: String?
        }
    }

    func title(_ language: Language) -> String { Phrase("月报审核", "Reports to review")(language) }

    var content: Content {
        Content(
            reports: waiting.map { entry in
                Content.Entry(
                    policy: entry.line.policy.text, task: entry.line.task.number, text: entry.line.task.text,
                    month: entry.report.month.description, unit: entry.report.unit,
                    standing: entry.report.standing.rawValue, filedAt: entry.report.filedAt.civil.isoText,
                    dueAt: entry.due?.civil.isoText)
            }, next: next)
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "text": filter.text ?? false as Any,
            "clocks": ReviewFilter.Clock.allCases.map { clock -> [String: Any] in
                ["code": clock.rawValue, "word": clock.phrase(language), "isChosen": clock == filter.clock]
            },
            "isNarrowed": filter != ReviewFilter(), "isEmpty": waiting.isEmpty,
            "reports": waiting.map { entry -> [String: Any] in
                [
                    "number": String(entry.line.task.number), "text": entry.line.task.text,
                    "source": entry.line.source?(language) ?? "", "workAddress": entry.line.workAddress,
                    "month": entry.report.month.description,
                    "unit": entry.report.unit, "standing": entry.report.standing.phrase(language),
                    "filed": entry.report.filedAt.civil.minuteText, "dueAt": entry.due?.termText ?? "–",
                    "dueTag": entry.due.map { $0 < now } ?? false ? "late" : "open",
                ]
            },
            "hasNext": next != nil, "next": next ?? "",
        ]
    }

    func tables(_ language: Language) -> [ListTable] {
        let columns: [TableColumn<Waiting>] = [
            TableColumn(Phrase("政策", "Policy")) { .text($0.line.policy.text) },
            TableColumn(Phrase("任务", "Task")) { .number($0.line.task.number) },
            TableColumn(Phrase("内容", "What")) { .text($0.line.task.text) },
            TableColumn(Phrase("月份", "Month")) { .text($0.report.month.description) },
            TableColumn(Phrase("单位", "Unit")) { .text($0.report.unit) },
            TableColumn(Phrase("自评", "By its own word")) { .text($0.report.standing.phrase(language)) },
            TableColumn(Phrase("填报时间", "Filed")) { .moment($0.report.filedAt) },
            TableColumn(Phrase("应审核", "Review due")) { .term($0.due) },
        ]
        return [ListTable(Phrase("月报审核", "Reports to review"), waiting, language, columns: columns)]
    }
}
