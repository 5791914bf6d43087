import Kernel
import Web

/// The work on a task: its record with every report, and a form for each thing that the visitor may do.
struct TaskWorkPage: Page {
    static let template = "Governance/TaskWorkPage"

    let line: TaskLine
    /// What the visitor may do.
    let forms: [TaskForm]
    /// The form that was refused, with what was wrong.
    let refused: (form: TaskForm, what: RefusedForm)?
    /// What was wrong with a file of evidence.
    var refusedEvidence: RefusedForm?
    /// Whether the visitor speaks for the unit that answers for the task.
    var answers = false
    /// The months from before a hand-over for which the visitor speaks, and of which no report stands.
    var owed: [CivilMonth] = []
    /// Whether the visitor, an officer, answers for the task, so that another one decides on it.
    var isOwn = false
    /// How people are called.
    let names: [String: String]
    /// The indicators that the task names.
    var indicators: [IndicatorLine] = []
    /// Who of the lead units may sign in.
    var people: [UnitMember] = []
    /// Until when the running month, and those before, are reported on.
    let due: Instant?
    let now: Instant

    struct Content: Encodable, Sendable {
        let task: TaskLine.Content
        let unit: String?
        let person: String?
        let firstMonth: String?
        let forms: [String]
        let reports: [Report]
        let evidence: [Piece]
        let contributions: [Contribution]
        /// The unit that is to answer for the task, when the office was asked for it.
        let askedUnit: String?
        let takenBack: [TakenBack]
        let targets: [TaskRecord.Target.Content]
        let indicators: [IndicatorLine.Content]
        /// The indicators that miss their goals while a report waits for a review.
        let shortIndicators: [String]

        struct Contribution: Encodable, Sendable {
            let number: Int
            let month: String
            let unit: String
            let text: String
            let evidence: String
            let filedAt: String
        }

        struct TakenBack: Encodable, Sendable {
            let number: Int
            let act: String
            let target: String
            let document: String
            let reason: String
            let day: String
        }

        struct Piece: Encodable, Sendable {
            let number: Int
            let month: String
            let name: String
            let fact: Int64?
            let sha256: String?
        }

        struct Report: Encodable, Sendable {
            let month: String
            let attempt: Int
            let unit: String
            let standing: String
            let progress: String
            let evidence: String
            let filedAt: String
            let verdict: String?
            let note: String?
        }
    }

    private var record: TaskRecord { line.record ?? TaskRecord(key: TaskKey(policy: line.policy, number: 0)) }

    func title(_ language: Language) -> String {
        Phrase("办理任务 \(line.task.number)", "Work on task \(line.task.number)")(language)
    }

    var content: Content {
        Content(
            task: line.content, unit: record.assignment?.unit, person: record.assignment?.person.text,
            firstMonth: record.assignment?.firstMonth.description, forms: forms.map(\.rawValue),
            reports: record.reports.map { report in
                Content.Report(
                    month: report.month.description, attempt: report.attempt, unit: report.unit,
                    standing: report.standing.rawValue, progress: report.progress, evidence: report.evidence,
                    filedAt: report.filedAt.civil.isoText, verdict: report.review?.verdict.rawValue,
                    note: report.review?.note)
            }, evidence: record.evidence.map(Self.content),
            contributions: record.contributions.map {
                .init(
                    number: $0.number, month: $0.month.description, unit: $0.unit, text: $0.text,
                    evidence: $0.evidence, filedAt: $0.filedAt.civil.isoText)
            }, askedUnit: record.takeover?.unit,
            takenBack: record.takenBack.map {
                .init(
                    number: $0.number, act: $0.act.sort.rawValue, target: $0.act.target, document: $0.document,
                    reason: $0.reason, day: $0.at.civil.date.description)
            }, targets: record.targets.map(\.content), indicators: indicators.map(\.content),
            shortIndicators: short.map(\.indicator.code.text))
    }

    private static func content(_ piece: ReportEvidence) -> Content.Piece {
        switch piece.matter {
        case .file(_, _, let sha256):
            Content.Piece(
                number: piece.number, month: piece.month.description, name: piece.name, fact: nil, sha256: sha256.hex)
        case .fact(let fact):
            Content.Piece(
                number: piece.number, month: piece.month.description, name: piece.name, fact: fact, sha256: nil)
        }
    }

    private var waiting: [TaskReport] { record.reports.filter { $0.review == nil } }

    /// Indicators that do not reach their goals while a report waits for a review: whoever reviews it reads them beside
    /// the form, everybody else above.
    private var short: [IndicatorLine] { waiting.isEmpty ? [] : indicators.filter { $0.standing == .short } }

    /// Months whose report may still get evidence.
    private var openMonths: [CivilMonth] {
        var months: [CivilMonth] = []
        for report in record.reports where !months.contains(report.month) { months.append(report.month) }
        let unit = record.assignment?.unit
        return months.filter { month in
            let isTheirs = record.unit(of: month) == unit ? answers : owed.contains(month)
            return isTheirs && record.report(on: month)?.review?.verdict != .accepted
        }
    }

    private func view(_ piece: ReportEvidence) -> [String: Any] {
        let content = Self.content(piece)
        return [
            "pieceName": piece.name, "isFile": content.sha256 != nil,
            "digest": String((content.sha256 ?? "").prefix(12)),
            "factNumber": content.fact.map(String.init) ?? "–",
            "pieceAddress": "\(line.workAddress)/evidence/\(piece.number)",
        ]
    }

    func view(_ language: Language) -> [String: Any] {
        var view = line.view(language)
        let assignment = record.assignment
        let more: [String: Any] = [
            "unit": assignment?.unit ?? "–",
            "person": assignment.map { names[$0.person.text] ?? $0.person.text } ?? "–",
            "firstMonth": record.unitSince?.description ?? "–", "isOwn": isOwn,
            "former": record.owedByFormer.map { ["formerMonth": $0.month.description, "formerUnit": $0.unit] },
            "hasFormer": !record.owedByFormer.isEmpty,
            "dueAt": due?.termText ?? "–", "dueTag": due.map { $0 < now } ?? false ? "late" : "open",
            "hasDue": due != nil,
            "hasReports": !record.reports.isEmpty,
            "reports": record.reports.reversed().map { self.report($0, language) },
            "mayFile": (answers || !owed.isEmpty) && !openMonths.isEmpty,
            "openMonths": openMonths.map { ["open": $0.description] },
            "isEvidenceRefused": refusedEvidence != nil,
            "evidenceProblems": refusedEvidence?.told(language) ?? [],
            "isAsked": record.takeover != nil, "askedUnit": record.takeover?.unit ?? "–",
            "askedPerson": record.takeover.map { names[$0.person.text] ?? $0.person.text } ?? "–",
            "askedOn": record.takeover?.at.civil.date.description ?? "–",
            "hasContributions": !record.contributions.isEmpty,
            "contributions": record.contributions.reversed().map { told in
                [
                    "toldMonth": told.month.description, "toldUnit": told.unit, "toldText": told.text,
                    "toldEvidence": told.evidence, "toldBy": name(of: told.author, language),
                    "toldAt": told.filedAt.civil.minuteText,
                ]
            },
            "hasExtensions": !record.extensions.isEmpty,
            "extensions": record.extensions.enumerated().map { place, extended in
                [
                    "extension": "\(place + 1)", "until": extended.deadline.description,
                    "extensionDocument": extended.document, "isBack": record.isTakenBack(extension: place + 1),
                ] as [String: Any]
            },
            "hasIndicators": !indicators.isEmpty, "indicators": indicators.map { $0.view(language) },
            "isShort": !short.isEmpty, "isShortAbove": !short.isEmpty && !forms.contains(.review),
            "isClaimed": waiting.contains { $0.standing == .fulfilled }, "short": short.map { $0.view(language) },
            "hasTargets": !record.targets.isEmpty, "targets": record.targets.map { $0.view(language) },
            "hasTakenBack": !record.takenBack.isEmpty, "takenBack": record.takenBack.map { $0.view(language) },
            "hasTolerances": !record.tolerances.isEmpty,
            "tolerances": record.tolerances.map { PolicyTaskPage.view($0, language) },
            "hasMilestones": !record.milestones.isEmpty,
            "milestones": record.milestones.map { PolicyTaskPage.view($0, of: record, language) },
            "hasForms": !forms.isEmpty,
            "forms": formsByUrgency.map { form -> [String: Any] in
                ["name": form.name(language), "isReview": form == .review, "form": self.view(of: form, language)]
            },
        ]
        view.merge(more) { $1 }
        return view
    }

    /// What waits for the reader comes first: a report to review before one of their own to file.
    private var formsByUrgency: [TaskForm] {
        guard forms.contains(.review), !waiting.isEmpty else { return forms }
        return [.review] + forms.filter { $0 != .review }
    }

    private func view(of form: TaskForm, _ language: Language) -> [String: Any] {
        FormView.view(
            language, action: "\(line.workAddress)/\(form.rawValue)", fields: form.fields.map(offering),
            submit: form.submit,
            values: values(of: form), refused: refused?.form == form ? refused?.what : nil)
    }

    /// Units and people are chosen by name; their codes may be typed all the same.
    private func offering(_ field: FormField) -> FormField {
        switch field.name {
        case "unit": field.offering(line.task.leadUnits.map { ($0, Phrase($0, $0)) })
        case "person":
            field.offering(people.map { ($0.person.text, Phrase($0.name, $0.name)) })
        case "target_indicator":
            field.offering(indicators.map { ($0.indicator.code.text, $0.indicator.name) })
        default: field
        }
    }

    /// What stands in a form at first: the month that is due, the open milestone, who answers now.
    private func values(of form: TaskForm) -> [String: String] {
        switch form {
        case .report:
            let last = CivilMonth(now.civil.date).adding(-1)
            let month = max(last, record.assignment?.firstMonth ?? last)
            return ["month": (answers ? month : owed.first ?? month).description]
        case .review:
            return ["reviewed_month": record.reports.first { $0.review == nil }?.month.description ?? ""]
        case .reached:
            return ["milestone": record.openMilestones.first.map { String($0.number) } ?? ""]
        case .assignment:
            // Whoever decides on a takeover finds it filled in.
            let asked = record.takeover
            return [
                "unit": asked?.unit ?? record.assignment?.unit ?? line.task.leadUnits.first ?? "",
                "person": asked?.person.text ?? "",
            ]
        case .contribution:
            return ["contributed_month": CivilMonth(now.civil.date).adding(-1).description]
        case .cite:
            return ["cited_month": openMonths.last?.description ?? ""]
        case .target: return ["target_year": String(now.civil.date.parts.year)]
        case .confirmation:
            return ["confirmed_year": record.targets.first { $0.confirmed == nil }.map { String($0.year) } ?? ""]
        case .milestone, .extension, .tolerance, .counter: return [:]
        }
    }

    private func report(_ report: TaskReport, _ language: Language) -> [String: Any] {
        let (tag, word): (String, Phrase) =
            switch report.review?.verdict {
            case .accepted?: ("done", ReviewVerdict.accepted.phrase)
            case .returned?: ("late", ReviewVerdict.returned.phrase)
            case nil: ("open", Phrase("待审核", "to be reviewed"))
            }
        return [
            "month": report.month.description, "attempt": String(report.attempt), "reportUnit": report.unit,
            "standing": report.standing.phrase(language), "progress": report.progress, "evidence": report.evidence,
            "filed": report.filedAt.civil.minuteText, "tag": tag, "word": word(language),
            "isComputed": report.isComputed,
            "pieces": record.evidence(of: report).map(view),
            "note": report.review?.note ?? "–", "author": name(of: report.author, language),
            "reviewer": report.review.map { name(of: $0.author, language) } ?? "–",
        ]
    }

    private func name(of author: String, _ language: Language) -> String {
        if author.hasPrefix("system:") { return Phrase("平台", "the platform")(language) }
        let code = author.hasPrefix("person:") ? String(author.dropFirst("person:".count)) : author
        return names[code] ?? code
    }
}
