import Kernel

/// A policy, or minutes whose decisions are tasks, as the leading group sees it beside the others.
struct BoardLine: Sendable {
    let document: PolicyDocument
    let lines: [TaskLine]
    /// How many reports on its tasks are overdue.
    let overdue: Int

    private func count(_ light: TaskLight) -> Int { lines.count { $0.light == light } }

    /// Whether anything of it is left to do.
    func isOpen(on day: CivilDate) -> Bool {
        lines.contains { $0.record?.isFulfilled($0.task.kind, on: day) != true }
    }

    /// As programs read it.
    struct Content: Encodable, Sendable {
        let policy: String
        let source: Phrase
        let title: String
        let tasks: Int
        let lights: [String: Int]
        let overdueReports: Int
    }

    var content: Content {
        Content(
            policy: document.meta.code.text, source: document.source, title: document.meta.title, tasks: lines.count,
            lights: Dictionary(uniqueKeysWithValues: TaskLight.allCases.map { ($0.rawValue, count($0)) }),
            overdueReports: overdue)
    }

    /// As templates show it.
    func view(_ language: Language, isCurrent: Bool) -> [String: Any] {
        [
            "boardName": document.source(language), "boardTitle": document.meta.title,
            "boardAddress": "/governance?document=\(document.meta.code)", "boardTasks": String(lines.count),
            "isCurrent": isCurrent, "boardOverdue": String(overdue),
            "boardOverdueTag": overdue > 0 ? "late" : "neutral",
            "boardLights": TaskLight.allCases.filter { count($0) > 0 }.map { light in
                ["tag": light.tag, "word": light.phrase(language), "count": String(count(light))]
            },
        ]
    }
}
