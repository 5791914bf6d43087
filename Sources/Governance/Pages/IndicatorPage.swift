import Facts
import Kernel
import Web

/// One indicator: what it means, what it rests on, its goals, and every value with where it comes from.
struct IndicatorPage: ListPage {
    static let template = "Governance/IndicatorPage"

    static let fields = [
        FormField(
            name: "region", label: Phrase("区、县（市）代码", "Code of the district"), kind: .text(max: 12), required: false,
            hint: Phrase("全市留空", "nothing for the city as a whole")),
        FormField(
            name: "month", label: Phrase("期末月份", "Last month of the period"), kind: .text(max: 7), required: true,
            hint: Phrase("如 2026-10", "like 2026-10")),
        FormField(name: "value", label: Phrase("数值", "Value"), kind: .number(max: 30), required: true),
        FormField(
            name: "source", label: Phrase("数据来源", "Source"), kind: .text(max: SaidValue.sourceMax), required: true,
            hint: Phrase("文号或报表名称", "the document or table that it stands in")),
        FormField(
            name: "reason", label: Phrase("更正理由", "Why it is corrected"), kind: .longText(max: SaidValue.reasonMax),
            required: false, hint: Phrase("仅在更正已报数值时填写", "only when a value that stands is corrected")),
    ]

    let policy: PolicyCode
    let indicator: Indicator
    /// The city's figures of the last months, the newest first.
    let figures: [IndicatorFigure]
    let values: [IndicatorValue]
    /// The numbers of facts by which months were closed.
    let frozen: [CivilMonth: Int64]
    /// What indicators are called.
    var names: [IndicatorCode: Phrase] = [:]
    let regionName: @Sendable (RegionCode?) -> Phrase
    /// Whether the visitor's unit answers for it.
    let isOwner: Bool
    let refused: RefusedForm?
    /// The districts that a value may be of.
    var regions: [(code: RegionCode, name: Phrase)] = []
    /// Whether the visitor may open facts.
    var opensFacts = false
    /// What is computed from this indicator's values and cannot be true: the owner looks at them again.
    var doubts: [(indicator: Indicator, figure: IndicatorFigure)] = []

    var next: String? { nil }

    struct Content: Encodable, Sendable {
        let indicator: String
        let name: Phrase
        let unit: Phrase
        let formula: String?
        let counts: FactCount?
        let frequency: String
        let direction: String
        let owner: String
        let goals: [Indicator.Goal]
        let figures: [IndicatorLine.Content]
        let values: [Value]

        struct Value: Encodable, Sendable {
            let region: String?
            let month: String
            let number: Int
            let value: String
            let source: String
            let unit: String
            let filedAt: String
            let reason: String?
            let isLate: Bool
            let fact: Int64
        }
    }

    func title(_ language: Language) -> String { indicator.name(language) }

    private var formula: String? { if case .formula(let formula) = indicator.way { formula.text } else { nil } }
    /// Each indicator that the formula reads, once.
    private var readings: [IndicatorCode] {
        guard case .formula(let formula) = indicator.way else { return [] }
        return formula.readings.map(\.code).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private var counts: FactCount? { if case .counted(let counts) = indicator.way { counts } else { nil } }

    /// Whether a value came when its month was closed already: it is shown, and counts nowhere.
    private func isLate(_ value: IndicatorValue) -> Bool {
        frozen[value.place.month].map { value.fact > $0 } ?? false
    }

    var content: Content {
        Content(
            indicator: indicator.code.text, name: indicator.name, unit: indicator.unit, formula: formula,
            counts: counts, frequency: indicator.frequency.rawValue, direction: indicator.direction.rawValue,
            owner: indicator.owner, goals: indicator.goals,
            figures: figures.map { IndicatorLine(indicator: indicator, figure: $0, regionName: nil).content },
            values: values.map { value in
                Content.Value(
                    region: value.place.region?.text, month: value.place.month.description, number: value.number,
                    value: value.value.description, source: value.source, unit: value.unit,
                    filedAt: value.filedAt.civil.isoText, reason: value.reason, isLate: isLate(value),
                    fact: value.fact)
            })
    }

    func view(_ language: Language) -> [String: Any] {
        let counted = counts.map { count in
            count.kind + (count.field.map { "（\($0) = \(count.equals ?? "")）" } ?? "")
        }
        return [
            "code": indicator.code.text, "policy": policy.text, "group": indicator.group.phrase(language),
            "unit": indicator.unit(language),
            "frequency": indicator.frequency.phrase(language), "direction": indicator.direction.phrase(language),
            "range": "\(indicator.range.lowerBound)–\(indicator.range.upperBound)", "owner": indicator.owner,
            "way": indicator.way.phrase(language), "isSurveyed": indicator.way == .surveyed,
            "rests": formula ?? false as Any,
            "counted": counted.map { ["code": $0, "words": counts?.words?(language) ?? ""] } ?? false as Any,
            "readings": readings.map { code -> [String: Any] in
                ["code": code.text, "name": names[code]?(language) ?? code.text]
            },
            "source": indicator.source(language),
            "articles": indicator.articles.map { ["number": String($0)] },
            "tasks": indicator.tasks.map { ["number": String($0)] },
            "hasGoals": !indicator.goals.isEmpty,
            "goals": indicator.goals.map { goal in
                [
                    "year": String(goal.year), "goal": "\(indicator.direction.sign) \(goal.value)",
                    "basis": goal.basis(language), "certainty": goal.certainty.phrase(language),
                ]
            },
            "figures": figures.map { figure -> [String: Any] in
                let line = IndicatorLine(indicator: indicator, figure: figure, regionName: nil)
                return line.view(language).merging([
                    "facts": String(figure.factCount),
                    "opened": opensFacts ? figure.facts.map { ["fact": String($0)] } : [],
                    "missing": lacking(figure, language),
                    "state":
                        (frozen[figure.month] == nil
                        ? Phrase("未定稿", "open") : Phrase("已定稿", "closed"))(language),
                ]) { $1 }
            },
            "hasValues": !values.isEmpty, "values": values.map { view(of: $0, language) },
            "doubts": doubts.map { doubt in
                [
                    "code": doubt.indicator.code.text, "name": doubt.indicator.name(language),
                    "month": doubt.figure.month.description, "region": regionName(doubt.figure.region)(language),
                    "range": "\(doubt.indicator.range.lowerBound)–\(doubt.indicator.range.upperBound)",
                    "inputs": lacking(doubt.figure, language),
                ]
            },
            "isOwner": isOwner,
            "form": FormView.view(
                language, action: "/governance/indicators/\(indicator.code)/values",
                fields: FormOffers(regions: regions).offering(Self.fields),
                submit: Phrase("填报", "File"), refused: refused),
        ]
    }

    /// What a figure lacks, or why what it came to is none.
    private func lacking(_ figure: IndicatorFigure, _ language: Language) -> String {
        func name(_ code: IndicatorCode) -> String { names[code]?(language) ?? code.text }
        let separator = Phrase("、", ", ")(language)
        if let implausible = figure.implausible {
            let inputs = implausible.inputs.map { "\(name($0.indicator)) \($0.month): \($0.value)" }
                .joined(separator: separator)
            return Phrase(
                "算得 \(implausible.computed)，超出可能范围，不作数（\(inputs)）",
                "comes to \(implausible.computed), which cannot be: no value (\(inputs))")(language)
        }
        return figure.missing.isEmpty ? "–" : figure.missing.map(name).joined(separator: separator)
    }

    private func view(of value: IndicatorValue, _ language: Language) -> [String: Any] {
        [
            "month": value.place.month.description, "region": regionName(value.place.region)(language),
            "value": value.value.description, "source": value.source, "filedBy": value.unit,
            "filedAt": value.filedAt.civil.minuteText, "fact": String(value.fact), "opensFacts": opensFacts,
            "isCorrection": value.reason != nil, "reason": value.reason ?? "–", "isLate": isLate(value),
        ]
    }

    func tables(_ language: Language) -> [ListTable] {
        let regionName = regionName
        let code = indicator.code.text
        let columns: [TableColumn<IndicatorValue>] = [
            TableColumn(Phrase("指标编码", "Indicator code")) { _ in .text(code) },
            TableColumn(Phrase("期末月份", "Last month")) { .text($0.place.month.description) },
            TableColumn(Phrase("地区", "District")) { .text(regionName($0.place.region)(language)) },
            TableColumn(Phrase("序号", "No")) { .number($0.number) },
            TableColumn(Phrase("数值", "Value")) { .number($0.value) },
            TableColumn(Phrase("数据来源", "Source")) { .text($0.source) },
            TableColumn(Phrase("填报单位", "Filed by")) { .text($0.unit) },
            TableColumn(Phrase("填报时间", "Filed")) { .moment($0.filedAt) },
            TableColumn(Phrase("更正理由", "Why corrected")) { .text($0.reason) },
            TableColumn(Phrase("事实序号", "Fact")) { .number($0.fact) },
        ]
        return [ListTable(Phrase("填报记录", "Values"), values, language, columns: columns)]
    }
}
