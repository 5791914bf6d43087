import Facts
import Kernel
import Web

/// A case with its evidence, its timeline, its clock, and the one form that moves it on.
struct CasePage: Page {
    static let template = "Supervision/CasePage"

    let subject: SupervisionCase
    let place: CasePlace
    let evidence: CaseEvidence?
    /// The case of the exceedance that this one's has grown together with.
    let heir: CaseID?
    /// Officers who may work on site here.
    let officers: [CertifiedOfficer]
    /// What was filed.
    let files: [EvidenceFile]
    /// The kinds of starting and stopping that a mark may claim.
    let windows: [CaseMarkWindow]
    /// Those that the enterprise's trade may claim; nil for all of them.
    var claimable: [CaseMarkWindow]?
    /// What the enterprise marked of the hours that it was told of; nothing for whoever decides nothing of it.
    var marked = MarkedHours()
    /// Of which hours that it was told of another value was sent later.
    var replaced: [ReplacedValue] = []
    /// Whether something of it went because of them.
    var isRefusable = false
    /// What second officers answered to its records, by the step of the record.
    var answers: [Int: RecordAnswer] = [:]
    /// What happened to it without a step.
    var news: [CaseNews] = []
    let rules: ClosedLoopRules
    let actor: Actor
    let now: Instant
    /// What was wrong with the form and what was typed, after a refusal.
    let refused: RefusedForm?
    /// The action whose form was refused and is no longer open; its form is not shown, what was typed is.
    var unsent: CaseAction?

    struct Content: Encodable, Sendable {
        let caseID: String
        let number: String
        let state: String
        let level: String
        let branch: String?
        let actions: [String]
        let withdrawn: Bool
        let provisional: Bool
        let provisionalUntil: String?
        let goingOn: Bool
        let firstHour: String
        let lastHour: String
        let hours: Int
        let averaging: String
        let unit: String
        let peak: String
        let limit: String
        /// Times over; nil where none is counted, which `noMultiple` then explains.
        let multiple: String?
        let noMultiple: Phrase?
        let decision: String?
        let evidence: [Hour]
        let outlet: String
        let enterprise: String
        let openedAt: String
        let due: String?
        let nextAction: String?
        let nextRole: String?
        /// The request for more time that waits for its decision; nil when none does.
        let request: Request?
        let seenStep: Int
        let steps: [Step]

        struct Hour: Encodable, Sendable {
            let hour: String
            let value: String?
            let limit: String?
            let mark: String?
            let remark: Phrase?
            let exceeds: Bool
            /// Whether it was judged at all.
            let judged: Bool
            let frame: String
            let frameAt: String
        }

        struct Request: Encodable, Sendable {
            let step: Int
            let until: String?
            let reason: String?
            /// Who decides, and until when; nil while no exceedance of the case stands.
            let role: String?
            let due: String?
        }

        struct Step: Encodable, Sendable {
            let number: Int
            let action: String
            let by: String
            let at: String
            let form: [String: String]
        }
    }

    func title(_ language: Language) -> String {
        Phrase("超标督办案件\(documentNumber)", "Exceedance case \(documentNumber)")(language)
    }

    var content: Content {
        let next = ClosedLoop.duty(of: subject)
        return Content(
            caseID: subject.id.text, number: documentNumber, state: subject.state.rawValue,
            level: subject.level.rawValue, branch: subject.branch?.rawValue,
            actions: offered.map(\.rawValue),
            withdrawn: subject.isWithdrawn,
            provisional: subject.isProvisional, provisionalUntil: subject.provisionalUntil(rules)?.civil.isoText,
            goingOn: !subject.isOver,
            firstHour: subject.extent.firstHour.civil.isoText, lastHour: subject.extent.lastHour.civil.isoText,
            hours: subject.extent.hours, averaging: subject.extent.mean.rawValue,
            unit: subject.extent.unit ?? "mg/m3", peak: subject.extent.peak.description,
            limit: subject.extent.limit.description, multiple: subject.extent.countedMultiple,
            noMultiple: subject.extent.noMultiple,
            decision: evidence?.decision.text, evidence: (evidence?.hours ?? []).map(Self.content),
            outlet: subject.outlet.text, enterprise: subject.enterprise.text, openedAt: subject.openedAt.civil.isoText,
            due: subject.due?.civil.isoText, nextAction: next?.action.rawValue, nextRole: next?.role.rawValue,
            request: subject.openRequest.map { asked in
                let owed = ClosedLoop.requestDuty(of: subject)
                return Content.Request(
                    step: asked.number, until: asked.form["until"], reason: asked.form["reason"],
                    role: owed?.role.rawValue, due: owed?.due.civil.isoText)
            },
            seenStep: subject.steps.count,
            steps: subject.steps.map { step in
                Content.Step(
                    number: step.number, action: step.action.rawValue, by: step.actorName,
                    at: step.at.civil.isoText, form: step.form)
            })
    }

    private static func content(_ hour: CaseEvidence.Hour) -> Content.Hour {
        Content.Hour(
            hour: hour.hour.civil.isoText, value: hour.value?.description,
            limit: hour.limit?.description, mark: hour.mark, remark: hour.remark, exceeds: hour.exceeds,
            judged: hour.isJudged,
            frame: hour.frame.hex,
            frameAt: hour.hour.civil.isoText)
    }

    private var documentNumber: String { subject.documentNumber }

    func view(_ language: Language) -> [String: Any] {
        let extent = subject.extent
        var view: [String: Any] = [
            "outlet": subject.outlet.text,
            "outletTitle": place.outletTitle,
            "enterprise": subject.enterprise.text,
            "enterpriseName": place.enterpriseName,
            "region": place.regionName(language),
            "branch": place.branchName(language),
            "levelTag": subject.level.rawValue,
            "level": subject.level.phrase(language),
            "state": subject.state.phrase(language),
            "isWithdrawn": subject.isWithdrawn && !hasGrownTogether,
            "isMerged": hasGrownTogether,
            "isReopened": subject.reopenedAt != nil && subject.state != .closed,
            "reopenedAt": subject.reopenedAt?.civil.minuteText ?? "",
            "isUpheld": subject.refusal != nil,
            "isRepeated": subject.isRepeated,
            "repetition": String(subject.repetition),
            "isProvisional": subject.isProvisional,
            "provisionalUntil": subject.provisionalUntil(rules)?.termText ?? "",
            "isHandedOver": subject.isHandedOver,
            "hasBranch": subject.branch != nil,
            "branchWord": subject.branch?.phrase(language) ?? "",
            "closingRole": subject.closingRole.phrase(language),
            "hasMore": subject.episodes.count > 1,
            "more": subject.episodes.map { episode($0, language) },
            "hasHeir": heir != nil,
            "heir": heir?.text ?? "",
            "objections": RecordObjection.all(of: subject, answers).map { $0.phrase(language) },
            "isGoingOn": !subject.isOver,
            "from": extent.firstHour.civil.minuteText,
            "to": extent.end.civil.minuteText,
            "hours": extent.lengthText(language),
            "peak": extent.peak.description + extent.unitBehind,
            "limit": extent.limit.description + extent.unitBehind,
            "unit": extent.unitSymbol,
            "multiple": extent.multipleText,
            "openedAt": subject.openedAt.civil.minuteText,
            "loop": loopView(language),
            "timeline": timeline(language),
            "hasFiles": !files.isEmpty,
            "files": files.map { EvidencePage.line($0, of: subject, language) },
            "case": subject.id.text,
        ]
        view.merge(figuresView(language)) { _, new in new }
        view.merge(evidenceView(language)) { _, new in new }
        view.merge(nextView(language)) { _, new in new }
        view.merge(serviceView(language)) { _, new in new }
        view.merge(unsentView(language)) { _, new in new }
        return view
    }

    /// Whether what is left of it goes on as part of another exceedance.
    var hasGrownTogether: Bool {
        subject.isWithdrawn && subject.episodes.contains { $0.mergedInto != nil }
    }

    private func episode(_ episode: CaseEpisode, _ language: Language) -> [String: Any] {
        let counted = episode.counted
        let stands =
            episode.isWithdrawn
            ? counted.map { _ in Phrase("按首报数据成立", "stands as first told") } ?? Phrase("已不成立", "withdrawn")
            : Phrase("成立", "stands")
        let episode = counted ?? episode
        return [
            "pollutant": episode.pollutant.text,
            "from": episode.extent.firstHour.civil.minuteText,
            "to": episode.extent.end.civil.minuteText,
            "peak": episode.extent.peak.description + episode.extent.unitBehind,
            "multiple": episode.extent.multipleText,
            "stands": stands(language),
        ]
    }

    /// The way of the case as a line of states, with where it stands.
    private func loopView(_ language: Language) -> [[String: Any]] {
        let path = LoopPath.states(of: subject)
        let here = path.firstIndex(of: subject.state) ?? 0
        return path.enumerated().map { index, state in
            ["word": state.phrase(language), "isDone": index < here, "isHere": index == here]
        }
    }

    private func timeline(_ language: Language) -> [[String: Any]] {
        let opened: [String: Any] = [
            "at": subject.openedAt.civil.minuteText,
            "what": Phrase("系统发现超标并立案", "found by the system, case opened")(language),
            "who": Phrase("系统", "system")(language),
            "fields": [[String: String]](),
            "papers": [[String: String]](), "isStep": false,
        ]
        let steps = subject.steps.map { step -> (number: Int, line: [String: Any]) in
            (
                step.number,
                [
                    "at": step.at.civil.minuteText,
                    "what": step.action.donePhrase(language),
                    "who": who(step, language),
                    "fields": CaseForm.lines(of: step, windows: windows, language),
                    "papers": papers(of: step, language), "isStep": true,
                ]
            )
        }
        let told = news.map { item in
            var line = opened.merging(["at": item.at.civil.minuteText, "what": item.what(language)]) { $1 }
            if let step = subject.steps.first(where: { $0.number == item.ofStep }) { line["who"] = who(step, language) }
            if let name = item.who { line["who"] = name(language) }
            return (item.behind, line)
        }
        // As it was journalled: news behind the step that came before them.
        let ordered = (steps.map { ($0.number, 0, $0.line) } + told.map { ($0.0, 1, $0.1) })
            .enumerated().sorted { ($0.element.0, $0.element.1, $0.offset) < ($1.element.0, $1.element.1, $1.offset) }
        return [opened] + ordered.map(\.element.2)
    }

    private func who(_ step: Step, _ language: Language) -> String {
        "\(step.actorName) · \(step.role.phrase(language))"
    }

    /// The document or the receipt that a step makes.
    private func papers(of step: Step, _ language: Language) -> [[String: String]] {
        var papers: [[String: String]] = []
        if let document = CaseDocument(of: step.number, in: subject) {
            papers.append([
                "href": "/cases/\(subject.id)/documents/\(step.number)",
                "word": document.kind.phrase(language) + document.number(in: subject),
            ])
        }
        if step.form[RecordAnswer.dueField] != nil, actor.role != .enterpriseManager {
            papers.append([
                "href": "/cases/\(subject.id)/records/\(step.number)",
                "word": Phrase("同行人员确认", "the second officer's confirmation")(language),
            ])
        }
        if let number = step.form["mark_no"] {
            papers.append([
                "href": "/outlets/\(subject.outlet)/marks",
                "word": Phrase("企业标记 \(number)", "mark no. \(number)")(language),
            ])
        }
        if step.action.isOfEnterprise {
            papers.append([
                "href": "/cases/\(subject.id)/receipts/\(step.number)",
                "word": Phrase("回执", "receipt")(language)
                    + "〔\(subject.year)〕\(subject.number)-\(step.number)号",
            ])
        }
        return papers
    }
}
