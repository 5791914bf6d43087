import Kernel
import Web

extension WorkbenchPage {
    /// A report on a task, as files and programs read it.
    struct Report: Encodable, Sendable {
        let policy: String
        let task: Int
        let month: String
        let standing: String
        let progress: String
        let evidence: String
        let unit: String
        let filedAt: String
        let verdict: String?
    }

    /// A report with its task.
    struct Reported: Sendable {
        let line: TaskLine
        let report: TaskReport

        var content: Report {
            Report(
                policy: line.policy.text, task: line.task.number, month: report.month.description,
                standing: report.standing.rawValue, progress: report.progress, evidence: report.evidence,
                unit: report.unit, filedAt: report.filedAt.civil.isoText, verdict: report.review?.verdict.rawValue)
        }
    }

    /// The newest report of each month on the tasks, in the order of the tasks.
    var reports: [Reported] {
        lines.flatMap { line in
            let all = line.record?.reports ?? []
            return all.filter { report in !all.contains { $0.month == report.month && $0.attempt > report.attempt } }
                .map { Reported(line: line, report: $0) }
        }
    }

    /// The reports, by the headings that the import takes.
    func tables(_ language: Language) -> [ListTable] {
        let columns: [TableColumn<Reported>] = [
            TableColumn(Phrase("政策", "Policy")) { .text($0.line.policy.text) },
            TableColumn(Phrase("任务", "Task")) { .number($0.line.task.number) },
            TableColumn(Phrase("月份", "Month")) { .text($0.report.month.description) },
            TableColumn(Phrase("自评", "By its own word")) { .text($0.report.standing.phrase(language)) },
            TableColumn(Phrase("进展", "Progress")) { .text($0.report.progress) },
            TableColumn(Phrase("依据", "Evidence")) { .text($0.report.evidence) },
            TableColumn(Phrase("填报单位", "Filed by")) { .text($0.report.unit) },
            TableColumn(Phrase("填报时间", "Filed")) { .moment($0.report.filedAt) },
            TableColumn(Phrase("审核意见", "Verdict")) { .text($0.report.review?.verdict.phrase(language)) },
        ]
        return [ListTable(Phrase("任务月报", "Reports on tasks"), reports, language, columns: columns)]
    }
}
