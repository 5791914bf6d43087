import Facts
import Kernel
import Web

/// Outlets in sight with their newest reading and their gravest open case.
struct OutletListPage: ListPage {
    static let template = "Portal/OutletListPage"

    /// What the address may carry beside the region.
    static let query: [FormField] = [
        .filter("text", Phrase("名称或编号", "Name or code"), .text(max: 80)),
        .filter("medium", Phrase("介质", "Medium"), among: OutletChoice.Medium.self),
        .filter("standing", Phrase("状态", "Status"), among: OutletChoice.Standing.self),
        .filter("industry", Phrase("行业代码开头", "Industry code begins with"), .industryBeginning),
        .filter("factor", Phrase("有限值的因子", "Factor with a limit"), .factor),
        .filter("park", Phrase("园区", "Park"), .text(max: 48)),
    ]

    static func choice(_ visit: Visit) -> OutletChoice {
        var choice = OutletChoice()
        choice.text = visit.query("text")
        choice.medium = visit.query("medium").flatMap { OutletChoice.Medium(rawValue: $0) }
        choice.standing = visit.query("standing").flatMap { OutletChoice.Standing(rawValue: $0) }
        choice.industry = visit.query("industry")
        choice.park = visit.query("park")
        choice.factor = visit.query("factor").flatMap { PollutantCode($0) }
        return choice
    }

    let outlets: [OutletTile]
    /// The gravest open case of each outlet.
    let cases: [OutletID: OpenCase]
    let regions: [(code: RegionCode, name: Phrase)]
    let region: RegionCode?
    let choice: OutletChoice
    let parks: [(code: String, name: String)]
    let factors: [(code: PollutantCode, name: Phrase)]
    /// The same outlets for map programs.
    let geoHref: String
    let next: String?
    let now: Instant

    struct Content: Encodable, Sendable {
        let outlets: [Line]
        let next: String?

        struct Line: Encodable, Sendable {
            let outlet: String
            let name: String
            let enterprise: String
            let enterpriseName: String
            let region: String
            let factor: String?
            let value: String?
            let limit: String?
            let at: String?
            let reporting: Bool
            let caseID: String?
            let level: String?
            let caseState: Phrase?
        }
    }

    func title(_ language: Language) -> String { Phrase("排放口", "Outlets")(language) }

    var content: Content {
        Content(
            outlets: outlets.map { tile in
                Content.Line(
                    outlet: tile.outlet.text, name: tile.title, enterprise: tile.enterprise.text,
                    enterpriseName: tile.enterpriseName, region: tile.region.text, factor: tile.factor?(.chinese),
                    value: tile.newestValue?.description, limit: tile.limit?.description,
                    at: tile.newestAt?.civil.isoText, reporting: DeskFigures.isReporting(tile, now: now),
                    caseID: cases[tile.outlet]?.id.text, level: cases[tile.outlet]?.level.rawValue,
                    caseState: cases[tile.outlet]?.state)
            }, next: next)
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "hasRegions": regions.count > 1,
            "regions": regions.map { region -> [String: Any] in
                ["code": region.code.text, "name": region.name(language), "isChosen": region.code == self.region]
            },
            "text": choice.text ?? "",
            "industry": choice.industry ?? "",
            "media": OutletChoice.Medium.allCases.map { medium in
                Self.option(medium.rawValue, medium.phrase(language), medium == choice.medium)
            },
            "standings": OutletChoice.Standing.allCases.map { standing in
                Self.option(standing.rawValue, standing.phrase(language), standing == choice.standing)
            },
            "parks": parks.map { Self.option($0.code, $0.name, $0.code == choice.park) },
            "factors": factors.map { Self.option($0.code.text, $0.name(language), $0.code == choice.factor) },
            "geo": geoHref,
            "hasOutlets": !outlets.isEmpty,
            "outlets": outlets.map { OutletRow($0, cases[$0.outlet], now: now, language).view },
            "hasNext": next != nil,
            "next": next ?? "",
        ]
    }

    private static func option(_ code: String, _ word: String, _ isChosen: Bool) -> [String: Any] {
        ["code": code, "word": word, "isChosen": isChosen]
    }

    func tables(_ language: Language) -> [ListTable] {
        let (cases, now) = (cases, now)
        let columns: [TableColumn<OutletTile>] = [
            TableColumn(Phrase("属地", "Region")) { .text($0.regionName(language)) },
            TableColumn(Phrase("企业编号", "Enterprise code")) { .text($0.enterprise.text) },
            TableColumn(Phrase("企业", "Enterprise")) { .text($0.enterpriseName) },
            TableColumn(Phrase("排放口编号", "Outlet code")) { .text($0.outlet.text) },
            TableColumn(Phrase("排放口", "Outlet")) { .text($0.title) },
            TableColumn(Phrase("最接近限值的因子", "Factor nearest its limit")) { .text($0.factor?(language)) },
            TableColumn(Phrase("实时值", "Value now")) { .number($0.newestValue) },
            TableColumn(Phrase("限值", "Limit")) { .number($0.limit) },
            TableColumn(Phrase("数据时间", "Data time")) { .moment($0.newestAt) },
            TableColumn(Phrase("联网", "Line")) {
                .text(
                    (DeskFigures.isReporting($0, now: now) ? Phrase("在线", "on line") : Phrase("无数据", "silent"))(
                        language))
            },
            TableColumn(Phrase("案件", "Case")) { .text(cases[$0.outlet]?.id.documentNumber) },
            TableColumn(Phrase("级别", "Level")) { .text(cases[$0.outlet]?.level.phrase(language)) },
            TableColumn(Phrase("案件状态", "State of the case")) { .text(cases[$0.outlet]?.state(language)) },
        ]
        return [ListTable(Phrase("排放口", "Outlets"), outlets, language, columns: columns)]
    }
}

extension OutletChoice.Medium {
    fileprivate var phrase: Phrase {
        switch self {
        case .gas: Phrase("废气", "waste gas")
        case .water: Phrase("废水", "waste water")
        }
    }
}

extension OutletChoice.Standing {
    fileprivate var phrase: Phrase {
        switch self {
        case .reporting: Phrase("在线", "reporting")
        case .silent: Phrase("无数据", "silent")
        case .cases: Phrase("有办理中案件", "with an open case")
        }
    }
}
