import Facts
import Kernel
import Web

/// A task of a policy for anybody: what was promised, its light and why, milestones, what was reported and accepted.
struct PolicyTaskPage: Page {
    static let template = "Governance/PolicyTaskPage"

    let policy: PolicyDocument
    let line: TaskLine
    let mechanisms: [PolicyMechanism]
    let coverage: PolicyCoverage
    /// The steps of the decision behind the light; empty before one was taken.
    let steps: [Phrase]
    /// The day for which the light was decided, and the version of the rule; nil before one was.
    let decided: (day: CivilDate, version: Int)?
    /// The facts that the light rests on; nothing of decisions that named none.
    var facts: [Int64] = []
    /// Whether the visitor may open facts.
    var opensFacts = false
    /// The indicators that the task names.
    let indicators: [IndicatorLine]
    /// Whether the visitor may work on tasks.
    let mayWork: Bool
    /// Whether the visitor may read what was reported and not reviewed yet.
    let mayRead: Bool
    /// The months whose report is overdue.
    let overdue: [CivilMonth]

    struct Content: Encodable, Sendable {
        let task: TaskLine.Content
        let article: Int
        let decision: String?
        let rule: String
        let version: Int?
        /// The day for which the light was decided.
        let decidedFor: String?
        /// The facts that the light rests on, by their numbers in the journal.
        let facts: [Int64]
        let certainty: String
        let steps: [Phrase]
        let milestones: [Milestone]
        let reports: [Report]
        let extensions: [Extension]
        let targets: [TaskRecord.Target.Content]
        let indicators: [IndicatorLine.Content]
        /// The months whose report is overdue.
        let overdueReports: [String]

        struct Milestone: Encodable, Sendable {
            let title: String
            let due: String
            let reachedOn: String?
            /// Whether it was set by mistake and counts no more.
            let isTakenBack: Bool
        }

        struct Report: Encodable, Sendable {
            let month: String
            let unit: String
            let standing: String
            let progress: String
        }

        struct Extension: Encodable, Sendable {
            let deadline: String
            let document: String
            let reason: String
            /// By which counter-decision it counts no more; nil for one that counts.
            let takenBackBy: String?
        }
    }

    private var task: PolicyTask { line.task }
    /// The indicators that do not reach their goals, whatever the light says.
    private var short: [IndicatorLine] { indicators.filter { $0.standing == .short } }
    private var record: TaskRecord { line.record ?? TaskRecord(key: TaskKey(policy: line.policy, number: 0)) }
    private var milestones: [TaskRecord.Milestone] { record.milestones }
    private var extensions: [TaskRecord.Extension] { line.record?.extensions ?? [] }

    /// What anybody may read: reports that the office accepted, the newest first.
    private var accepted: [TaskReport] {
        (line.record?.reports ?? []).filter { $0.review?.verdict == .accepted }.reversed()
    }

    /// The counter-decision on an extension; nil for one that counts.
    private func counter(of number: Int) -> TaskRecord.TakenBack? {
        line.record?.takenBack.first { $0.act == .extension(number) }
    }

    func title(_ language: Language) -> String {
        Phrase("任务 \(task.number) \(task.item)", "Task \(task.number) \(task.item)")(language)
    }

    var content: Content {
        let descriptor = TaskLightRule.descriptor
        return Content(
            task: line.content, article: task.articleNumber, decision: line.record?.light?.decision.text,
            rule: descriptor.code, version: decided?.version, decidedFor: decided?.day.description,
            facts: facts, certainty: descriptor.certainty.rawValue, steps: steps,
            milestones: milestones.map {
                .init(
                    title: $0.title, due: $0.due.description, reachedOn: $0.reachedOn?.description,
                    isTakenBack: record.isTakenBack(milestone: $0.number))
            },
            reports: accepted.map {
                .init(
                    month: $0.month.description, unit: $0.unit, standing: $0.standing.rawValue, progress: $0.progress)
            },
            extensions: extensions.enumerated().map {
                .init(
                    deadline: $1.deadline.description, document: $1.document, reason: $1.reason,
                    takenBackBy: counter(of: $0 + 1)?.document)
            }, targets: (line.record?.targets ?? []).map(\.content),
            indicators: indicators.map(\.content), overdueReports: overdue.map(\.description))
    }

    func view(_ language: Language) -> [String: Any] {
        let extent = coverage.extent(of: mechanisms, of: policy.meta.code)
        var view = line.view(language)
        let more: [String: Any] = [
            "code": policy.meta.code.text, "documentNumber": policy.meta.documentNumber,
            "article": String(task.articleNumber), "note": task.note ?? false as Any,
            "section": PolicyWords.section(task.section, language),
            "sectionLanguage": PolicyWords.sectionLanguage(task.section, language),
            "hasMinutes": policy.minutes != nil, "minutesAddress": policy.minutes?.address ?? "",
            "minutes": line.source?(language) ?? "",
            "unit": line.record?.assignment?.unit ?? "–", "mayWork": mayWork,
            "mayRead": mayRead && !mayWork,
            "hasOverdue": !overdue.isEmpty,
            "overdue": overdue.map(\.description).joined(separator: Phrase("、", ", ")(language)),
            "extentTag": extent.tag, "extentWord": extent.phrase(language),
            "mechanisms": mechanisms.map { ["number": String($0.number), "name": $0.name] },
            "hasMechanisms": !mechanisms.isEmpty,
            "isDecided": !steps.isEmpty, "steps": steps.map { ["step": $0(language)] },
            "decision": line.record?.light?.decision.text ?? "–",
            "version": decided.map { "v\($0.version)" } ?? "", "decidedFor": decided?.day.description ?? "–",
            "hasFacts": opensFacts && !facts.isEmpty, "facts": facts.map { ["fact": String($0)] },
            "certainty": TaskLightRule.descriptor.certainty.phrase(language),
            "basis": TaskLightRule.descriptor.basis(language),
            "hasMilestones": !milestones.isEmpty,
            "milestones": milestones.map { Self.view($0, of: record, language) },
            "hasReports": !accepted.isEmpty,
            "reports": accepted.map { report in
                [
                    "month": report.month.description, "unit": report.unit, "progress": report.progress,
                    "standing": report.standing.phrase(language), "isComputed": report.isComputed,
                ] as [String: Any]
            },
            "isShort": !short.isEmpty, "short": short.map { $0.view(language) },
            "hasIndicators": !indicators.isEmpty, "indicators": indicators.map { $0.view(language) },
            "hasTargets": line.record?.targets.isEmpty == false,
            "targets": (line.record?.targets ?? []).map { $0.view(language) },
            "hasTolerances": !(line.record?.tolerances ?? []).isEmpty,
            "tolerances": (line.record?.tolerances ?? []).map { Self.view($0, language) },
            "hasExtensions": !extensions.isEmpty,
            "extensions": extensions.enumerated().map { place, extended in
                [
                    "deadline": extended.deadline.description, "document": extended.document,
                    "reason": extended.reason, "counter": counter(of: place + 1)?.document ?? false as Any,
                ]
            },
        ]
        view.merge(more) { $1 }
        return view
    }

    /// A finding as templates show it.
    static func view(_ finding: ToleranceFinding, _ language: Language) -> [String: Any] {
        let met = ToleranceFinding.Condition.allCases.map { condition in
            "\(finding.met.contains(condition) ? "✓" : "✗") \(condition.phrase(language))"
        }
        return [
            "finding": finding.finding.phrase(language), "findingTag": finding.finding == .granted ? "done" : "red",
            "findingDocument": finding.document, "foundAt": finding.foundAt.civil.date.description,
            "met": met.joined(separator: "  "),
        ]
    }

    /// A milestone as templates show it.
    static func view(
        _ milestone: TaskRecord.Milestone, of record: TaskRecord, _ language: Language
    ) -> [String: Any] {
        let (tag, word): (String, Phrase) =
            if record.isTakenBack(milestone: milestone.number) {
                ("neutral", Phrase("已撤回", "taken back"))
            } else if milestone.reachedOn == nil {
                ("open", Phrase("未完成", "open"))
            } else {
                ("done", Phrase("已完成", "reached"))
            }
        return [
            "number": String(milestone.number), "title": milestone.title, "due": milestone.due.description,
            "reached": milestone.reachedOn?.description ?? "–",
            "tag": tag, "word": word(language),
        ]
    }
}
