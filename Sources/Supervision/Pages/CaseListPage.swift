import Facts
import Kernel
import Web

/// Cases in sight, the newest first, by state.
struct CaseListPage: ListPage {
    static let template = "Supervision/CaseListPage"

    let cases: [(subject: SupervisionCase, place: CasePlace)]
    /// The code of the states shown.
    let choice: String
    let filter: CaseFilter
    let viewer: Role
    /// The regions that the reader may see into.
    let regions: [(code: RegionCode, name: Phrase)]
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
            let enterprise: String
            let enterpriseName: String
            let outlet: String
            let outletName: String
            let region: String
            let regionName: Phrase
            /// How many times the limit at most; nil where no multiple is counted.
            let multiple: String?
            let openedAt: String
            /// What is to be done next; nil when nothing is.
            let nextStep: String?
            let due: String?
            let overdue: Bool
        }
    }

    func title(_ language: Language) -> String { Phrase("超标督办案件", "Exceedance cases")(language) }

    var content: Content {
        Content(
            cases: cases.map { subject, place in
                Content.Line(
                    caseID: subject.id.text, number: subject.documentNumber, state: subject.state.rawValue,
                    level: subject.level.rawValue, enterprise: subject.enterprise.text,
                    enterpriseName: place.enterpriseName, outlet: subject.outlet.text, outletName: place.outletTitle,
                    region: subject.region.text, regionName: place.regionName,
                    multiple: subject.extent.countsMultiple ? subject.extent.multiple.description : nil,
                    openedAt: subject.openedAt.civil.isoText,
                    nextStep: ClosedLoop.duty(of: subject)?.action.rawValue, due: subject.due?.civil.isoText,
                    overdue: subject.due.map { now > $0 } ?? false)
            }, next: next)
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "hasCases": !cases.isEmpty,
            "hasBatch": cases.contains { CaseBatch.action(on: $0.subject, by: viewer, at: now) != nil },
            "filters": CaseListFilter.all.map { choice -> [String: Any] in
                ["code": choice.code, "word": choice.phrase(language), "isChosen": choice.code == self.choice]
            },
            "hasRegions": regions.count > 1,
            "regions": regions.map { region -> [String: Any] in
                ["code": region.code.text, "name": region.name(language), "isChosen": region.code == filter.region]
            },
            // An outlet by its code, as the statistics link to it, is a part of its code too.
            "text": filter.text ?? filter.outlet?.text ?? "",
            "from": filter.openedFrom?.description ?? "",
            "to": filter.openedTo?.description ?? "",
            "hasNext": next != nil,
            "next": next ?? "",
            "cases": cases.map { subject, place in row(subject, place, language) },
        ]
    }

    func tables(_ language: Language) -> [ListTable] {
        let (now, columns) = (now, Self.columns(language))
        return [
            ListTable(
                Phrase("案件", "Cases"), cases, language,
                columns: columns + [
                    TableColumn(Phrase("是否超时", "Overdue")) { line in
                        .text(line.subject.due.map { now > $0 } ?? false ? Phrase("是", "yes")(language) : nil)
                    }
                ])
        ]
    }

    private static func columns(
        _ language: Language
    ) -> [TableColumn<(subject: SupervisionCase, place: CasePlace)>] {
        [
            TableColumn(Phrase("编号", "Number")) { .text($0.subject.documentNumber) },
            TableColumn(Phrase("案件", "Case")) { .text($0.subject.id.text) },
            TableColumn(Phrase("企业", "Enterprise")) { .text($0.place.enterpriseName) },
            TableColumn(Phrase("排放口", "Outlet")) { .text($0.place.outletTitle) },
            TableColumn(Phrase("排放口编号", "Outlet code")) { .text($0.subject.outlet.text) },
            TableColumn(Phrase("属地", "Region")) { .text($0.place.regionName(language)) },
            TableColumn(Phrase("级别", "Level")) { .text($0.subject.level.phrase(language)) },
            TableColumn(Phrase("最大倍数", "Most times over")) {
                $0.subject.extent.countsMultiple ? .number($0.subject.extent.multiple.description) : .none
            },
            TableColumn(Phrase("状态", "State")) { .text($0.subject.state.phrase(language)) },
            TableColumn(Phrase("立案时间", "Opened")) { .moment($0.subject.openedAt) },
            TableColumn(Phrase("下一步", "Next step")) {
                .text(ClosedLoop.duty(of: $0.subject)?.action.phrase(language))
            },
            TableColumn(Phrase("时限", "Due")) { .term($0.subject.due) },
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
            "due": subject.due?.termText ?? "–",
            "isLate": isLate,
            "choice": CaseBatch.action(on: subject, by: viewer, at: now) == nil
                ? false as Any : CaseBatch.Choice(id: subject.id, seenStep: subject.steps.count).text,
        ]
    }
}
