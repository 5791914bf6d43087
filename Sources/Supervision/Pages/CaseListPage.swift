import Facts
import Kernel
import Web

/// Cases in sight, the newest first, by state.
struct CaseListPage: Page {
    static let template = "Supervision/CaseListPage"

    let cases: [(subject: SupervisionCase, place: CasePlace)]
    let filter: String
    let next: String?
    let now: Instant

    struct Content: Encodable, Sendable {
        let cases: [Line]
        let next: String?

        struct Line: Encodable, Sendable {
            let caseID: String
            let number: String
            let state: String
            let level: String
            let enterpriseName: String
            let outlet: String
            let openedAt: String
            let due: String?
        }
    }

    func title(_ language: Language) -> String { Phrase("超标督办案件", "Exceedance cases")(language) }

    var content: Content {
        Content(
            cases: cases.map { subject, place in
                Content.Line(
                    caseID: subject.id.text, number: subject.documentNumber, state: subject.state.rawValue,
                    level: subject.level.rawValue, enterpriseName: place.enterpriseName,
                    outlet: subject.outlet.text, openedAt: subject.openedAt.civil.isoText,
                    due: subject.due?.civil.isoText)
            }, next: next)
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "hasCases": !cases.isEmpty,
            "filters": CaseListFilter.all.map { choice -> [String: Any] in
                ["code": choice.code, "word": choice.phrase(language), "isChosen": choice.code == filter]
            },
            "hasNext": next != nil,
            "next": next ?? "",
            "cases": cases.map { subject, place in row(subject, place, language) },
        ]
    }

    private func row(_ subject: SupervisionCase, _ place: CasePlace, _ language: Language) -> [String: Any] {
        let isLate = subject.due.map { now > $0 } ?? false
        let nextStep = ClosedLoop.duty(of: subject)
        return [
            "id": subject.id.text,
            "number": subject.documentNumber,
            "enterpriseName": place.enterpriseName,
            "outletTitle": place.outletTitle,
            "region": place.regionName(language),
            "levelTag": subject.level.rawValue,
            "level": subject.level.phrase(language),
            "multiple": subject.extent.multipleText,
            "state": subject.state.phrase(language),
            "openedAt": subject.openedAt.civil.minuteText,
            "nextAction": nextStep?.action.phrase(language) ?? "–",
            "due": subject.due?.civil.minuteText ?? "–",
            "isLate": isLate,
        ]
    }
}

/// What the list can be narrowed to; the code stands in the address.
struct CaseListFilter: Sendable {
    let code: String
    let phrase: Phrase
    let states: [CaseState]

    static let all: [CaseListFilter] =
        [
            CaseListFilter(
                code: "open", phrase: Phrase("办理中", "open"), states: ClosedLoop.openStates),
            CaseListFilter(code: "all", phrase: Phrase("全部", "all"), states: CaseState.allCases),
        ] + CaseState.allCases.map { CaseListFilter(code: $0.rawValue, phrase: $0.phrase, states: [$0]) }
}
