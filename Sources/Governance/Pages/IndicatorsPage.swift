import Kernel
import Web

/// The indicators of the policy with their figures of a month against their goals, for anybody.
struct IndicatorsPage: ListPage {
    static let template = "Governance/IndicatorsPage"

    let month: CivilMonth
    let frozenAt: Instant?
    let region: RegionCode?
    let regions: [(code: RegionCode, name: Phrase)]
    let lines: [IndicatorLine]
    /// Why the month was closed though some of its values cannot be true.
    var despite: String?

    var next: String? { nil }

    struct Content: Encodable, Sendable {
        let month: String
        let isFrozen: Bool
        let despite: String?
        let indicators: [IndicatorLine.Content]
    }

    func title(_ language: Language) -> String { Phrase("政策指标", "Indicators of the policy")(language) }

    var content: Content {
        Content(month: month.description, isFrozen: frozenAt != nil, despite: despite, indicators: lines.map(\.content))
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "month": month.description, "isFrozen": frozenAt != nil, "frozenAt": frozenAt?.civil.minuteText ?? "–",
            "regions": regions.map { entry -> [String: Any] in
                ["code": entry.code.text, "name": entry.name(language), "isChosen": entry.code == region]
            },
            "despite": despite ?? false as Any,
            "hasCorrected": lines.contains(where: \.isCorrected),
            "correctedCount": String(lines.count(where: \.isCorrected)),
            "lines": lines.map { $0.view(language) }, "isEmpty": lines.isEmpty,
            "counts": IndicatorLine.Standing.allCases.map { standing in
                [
                    "word": standing.phrase(language), "tag": standing.tag,
                    "count": String(lines.count { $0.standing == standing }),
                ]
            },
        ]
    }

    func tables(_ language: Language) -> [ListTable] {
        [ListTable(Phrase("政策指标", "Indicators"), lines, language, columns: Self.columns(language))]
    }

    static func columns(_ language: Language) -> [TableColumn<IndicatorLine>] {
        [
            TableColumn(Phrase("编码", "Code")) { .text($0.indicator.code.text) },
            TableColumn(Phrase("指标", "Indicator")) { .text($0.indicator.name(language)) },
            TableColumn(Phrase("地区", "District")) { .text($0.regionName?(language)) },
            TableColumn(Phrase("期末月份", "Last month")) { .text($0.figure.month.description) },
            TableColumn(Phrase("数值", "Value")) { .number($0.figure.value) },
            TableColumn(Phrase("单位", "Unit")) { .text($0.indicator.unit(language)) },
            TableColumn(Phrase("目标", "Goal")) { .number($0.goal?.value) },
            TableColumn(Phrase("评价", "Standing")) { .text($0.standing.phrase(language)) },
            TableColumn(Phrase("定稿后有更正", "Is corrected")) {
                .text($0.isCorrected ? Phrase("是", "yes")(language) : nil)
            },
            TableColumn(Phrase("责任单位", "Owner")) { .text($0.indicator.owner) },
            TableColumn(Phrase("数据方式", "How it is made")) { .text($0.indicator.way.phrase(language)) },
        ]
    }
}
