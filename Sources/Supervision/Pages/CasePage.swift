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
    let rules: ClosedLoopRules
    let actor: Actor
    let now: Instant
    /// What was wrong with the form and what was typed, after a refusal.
    let refused: RefusedForm?

    struct Content: Encodable, Sendable {
        let caseID: String
        let number: String
        let state: String
        let level: String
        let withdrawn: Bool
        let goingOn: Bool
        let firstHour: String
        let lastHour: String
        let hours: Int
        let peak_mg_m3: String
        let limit_mg_m3: String
        let multiple: String
        let decision: String?
        let evidence: [Hour]
        let outlet: String
        let enterprise: String
        let openedAt: String
        let due: String?
        let nextAction: String?
        let nextRole: String?
        let seenStep: Int
        let steps: [Step]

        struct Hour: Encodable, Sendable {
            let hour: String
            let value_mg_m3: String?
            let limit_mg_m3: String?
            let mark: String?
            let exceeds: Bool
            let frame: String
            let frameAt: String
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
        let next = ClosedLoop.passage(from: subject.state)
        return Content(
            caseID: subject.id.text, number: documentNumber, state: subject.state.rawValue,
            level: subject.extent.level.rawValue, withdrawn: subject.isWithdrawn, goingOn: !subject.isOver,
            firstHour: subject.extent.firstHour.civil.isoText, lastHour: subject.extent.lastHour.civil.isoText,
            hours: subject.extent.hours, peak_mg_m3: subject.extent.peak.description,
            limit_mg_m3: subject.extent.limit.description, multiple: subject.extent.multiple.description,
            decision: evidence?.decision.text, evidence: (evidence?.hours ?? []).map(Self.content),
            outlet: subject.outlet.text, enterprise: subject.enterprise.text, openedAt: subject.openedAt.civil.isoText,
            due: subject.due?.civil.isoText, nextAction: next?.action.rawValue, nextRole: next?.role.rawValue,
            seenStep: subject.steps.count,
            steps: subject.steps.map { step in
                Content.Step(
                    number: step.number, action: step.action.rawValue, by: step.actorName,
                    at: step.at.civil.isoText, form: step.form)
            })
    }

    private static func content(_ hour: CaseEvidence.Hour) -> Content.Hour {
        Content.Hour(
            hour: hour.hour.civil.isoText, value_mg_m3: hour.value?.description,
            limit_mg_m3: hour.limit?.description, mark: hour.mark, exceeds: hour.exceeds, frame: hour.frame.hex,
            frameAt: hour.hour.civil.digits)
    }

    private var documentNumber: String { "〔\(subject.year)〕\(subject.number)号" }

    func view(_ language: Language) -> [String: Any] {
        let extent = subject.extent
        var view: [String: Any] = [
            "outlet": subject.outlet.text,
            "outletTitle": place.outletTitle,
            "enterprise": subject.enterprise.text,
            "enterpriseName": place.enterpriseName,
            "region": place.regionName(language),
            "branch": place.branchName(language),
            "levelTag": extent.level.rawValue,
            "level": extent.level.phrase(language),
            "state": subject.state.phrase(language),
            "isWithdrawn": subject.isWithdrawn && subject.mergedInto == nil,
            "isMerged": subject.mergedInto != nil,
            "hasHeir": heir != nil,
            "heir": heir?.text ?? "",
            "isGoingOn": !subject.isOver,
            "from": extent.firstHour.civil.minuteText,
            "to": extent.lastHour.adding(hours: 1).civil.minuteText,
            "hours": String(extent.hours),
            "peak": extent.peak.description,
            "limit": extent.limit.description,
            "multiple": extent.multiple.description,
            "openedAt": subject.openedAt.civil.minuteText,
            "loop": CaseState.allCases.map { line($0, language) },
            "timeline": timeline(language),
        ]
        view.merge(evidenceView(language)) { _, new in new }
        view.merge(nextView(language)) { _, new in new }
        return view
    }

    /// The loop as a line of states, with where the case stands.
    private func line(_ state: CaseState, _ language: Language) -> [String: Any] {
        [
            "word": state.phrase(language),
            "isDone": state < subject.state,
            "isHere": state == subject.state,
        ]
    }

    private func evidenceView(_ language: Language) -> [String: Any] {
        guard let evidence else { return ["hasEvidence": false] }
        return [
            "hasEvidence": true,
            "decision": evidence.decision.text,
            "evidence": evidence.hours.map { hour -> [String: Any] in
                [
                    "hour": hour.hour.civil.minuteText,
                    "value": hour.value?.description ?? "–",
                    "limit": hour.limit?.description ?? "–",
                    "mark": hour.mark ?? "–",
                    "exceeds": hour.exceeds,
                    "frame": hour.frame.hex,
                    "frameAt": hour.hour.civil.digits,
                    "frameShort": String(hour.frame.hex.prefix(8)),
                ]
            },
        ]
    }

    private func timeline(_ language: Language) -> [[String: Any]] {
        let opened: [String: Any] = [
            "at": subject.openedAt.civil.minuteText,
            "what": Phrase("系统发现超标并立案", "found by the system, case opened")(language),
            "who": Phrase("系统", "system")(language),
            "fields": [[String: String]](),
        ]
        return [opened]
            + subject.steps.map { step in
                [
                    "at": step.at.civil.minuteText,
                    "what": step.action.donePhrase(language),
                    "who": "\(step.actorName) · \(step.role.phrase(language))",
                    "fields": CaseForm.askedFields(of: step.action).compactMap { field -> [String: String]? in
                        guard let value = step.form[field.name] else { return nil }
                        return ["label": field.label(language), "value": CaseForm.shown(value, of: field, language)]
                    },
                ]
            }
    }
}
