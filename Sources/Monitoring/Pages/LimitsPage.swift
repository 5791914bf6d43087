import Facts
import Kernel
import Standards
import Web

/// The limits of one outlet: what is recorded, what the trade's standards would offer, and the officers' forms.
struct LimitsPage: ListPage {
    static let template = "Monitoring/LimitsPage"

    let outlet: OutletSummary
    let limits: [LimitStore.Recorded]
    let search: Search
    let standards: StandardLimits
    let names: @Sendable (PollutantCode) -> Pollutant
    /// How many hours of values are still to be judged again.
    let hoursLeft: Int
    let mayRecord: Bool
    /// What stands in the form when a default is to be adopted.
    let prefilled: [String: String]
    let refused: RefusedForm?
    /// An outlet has few limits: the list comes whole.
    var next: String? { nil }

    /// For which trade, way of discharge and day defaults are looked for.
    struct Search: Sendable {
        let industry: IndustryCode?
        let discharge: Discharge
        let day: CivilDate

        init(_ visit: Visit, isStack: Bool) {
            self.init(
                industry: visit.query("industry"), discharge: visit.query("discharge"),
                day: visit.query("day").flatMap { CivilDate($0) } ?? visit.now.civil.date, isStack: isStack)
        }

        init(industry text: String?, discharge way: String?, day: CivilDate, isStack: Bool) {
            industry = text.flatMap { IndustryCode($0) }
            self.day = day
            let wanted = way.flatMap { Discharge(rawValue: $0) }
            let fits = wanted.map { ($0.medium == .air) == isStack } ?? false
            discharge = (fits ? wanted : nil) ?? (isStack ? .toAir : .direct)
        }
    }

    struct Content: Encodable, Sendable {
        let outlet: String
        let limits: [Limit]
        let hoursLeftToJudge: Int

        struct Limit: Encodable, Sendable {
            let limit: Int64
            let factor: String
            let averaging: String
            let demand: String
            /// When `otherLimit` holds in its place, as limit tables write it; nil for a limit of every day.
            let condition: String?
            let otherLimit: String?
            /// How sure the standard's text is known; nil for other limits.
            let certainty: String?
            let validFrom: String
            let validTo: String?
            let sourceKind: String?
            let source: String
            let table: String?
            let isVoid: Bool
        }
    }

    /// What the address may carry: where defaults are looked for, and the default that is to be adopted.
    static let query: [FormField] =
        [
            .filter("industry", Phrase("行业代码", "Code of the trade"), .of(IndustryCode.self, like: "1713")),
            .filter("discharge", Phrase("排放去向", "Way of discharge"), among: Discharge.self),
            .filter("day", Phrase("日期，缺省为今天", "Day; today unless given"), .date),
        ] + adopted
    /// The fields of the form that a link "adopt" fills: the same names, read as they come.
    private static let adopted: [FormField] =
        [
            "factor", "averaging", "demand", "value", "lower", "unit", "condition", "other_value", "valid_from",
            "source_kind", "source", "table",
        ]
        .map { name in
            let label = LimitForm.record.first { $0.name == name }?.label ?? Phrase(name, name)
            return .filter(name, label, .text(max: 200))
        }

    /// What a link "adopt" has put into the address.
    static func prefilled(_ visit: Visit) -> [String: String] {
        let pairs = adopted.compactMap { field in visit.query(field.name).map { (field.name, $0) } }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    func title(_ language: Language) -> String {
        Phrase("排放限值：\(outlet.title)", "Limits: \(outlet.title)")(language)
    }

    var content: Content {
        Content(
            outlet: outlet.outlet.text,
            limits: limits.map { recorded in
                Content.Limit(
                    limit: recorded.number, factor: recorded.pollutant.text, averaging: recorded.averaging.rawValue,
                    demand: recorded.limit.text, condition: recorded.limit.other?.code,
                    otherLimit: recorded.limit.other?.limit.description,
                    certainty: recorded.limit.certainty?.rawValue, validFrom: recorded.limit.validFrom.description,
                    validTo: recorded.limit.validTo?.description, sourceKind: recorded.sourceKind?.rawValue,
                    source: recorded.limit.source, table: recorded.table, isVoid: recorded.isVoid)
            }, hoursLeftToJudge: hoursLeft)
    }

    func fileName(_ language: Language) -> String { "\(outlet.outlet) \(Phrase("排放限值", "limits")(language))" }

    func tables(_ language: Language) -> [ListTable] {
        let (outlet, names) = (outlet, names)
        let columns: [TableColumn<LimitStore.Recorded>] = [
            TableColumn(Phrase("序号", "Number")) { .number($0.number) },
            TableColumn(Phrase("排放口编号", "Outlet code")) { _ in .text(outlet.outlet.text) },
            TableColumn(Phrase("因子编码", "Code")) { .text($0.pollutant.text) },
            TableColumn(Phrase("因子", "Factor")) { .text(names($0.pollutant).name(language)) },
            TableColumn(Phrase("均值", "Mean")) { .text(FurnaceText.mean($0.averaging, of: $0.pollutant)(language)) },
            TableColumn(Phrase("限值", "Limit")) { .text($0.limit.words(language)) },
            TableColumn(Phrase("起", "Valid from")) { .day($0.limit.validFrom) },
            TableColumn(Phrase("止", "Valid to")) { .day($0.limit.validTo) },
            TableColumn(Phrase("依据类型", "Kind of source")) { .text($0.sourceKind?.phrase(language)) },
            TableColumn(Phrase("依据", "Source")) { .text($0.limit.source) },
            TableColumn(Phrase("标准表", "Table")) { .text($0.table) },
            TableColumn(Phrase("可靠程度", "Certainty")) { .text($0.limit.certainty?.phrase(language)) },
            TableColumn(Phrase("状态", "State")) {
                .text(($0.isVoid ? Phrase("已撤回", "taken back") : Phrase("已登记", "recorded"))(language))
            },
        ]
        return [ListTable(Phrase("排放限值", "Limits"), limits, language, columns: columns)]
    }

    func view(_ language: Language) -> [String: Any] {
        let path = "/outlets/\(outlet.outlet)/limits"
        let found = defaults
        return [
            "outlet": outlet.outlet.text,
            "outletTitle": "\(outlet.enterpriseName) \(outlet.title)",
            "isWater": !outlet.isStack,
            "isRejudging": hoursLeft > 0,
            "hoursLeft": String(hoursLeft),
            "hasLimits": !limits.isEmpty,
            "limits": limits.map { row($0, language) },
            "notice": IndustryStandards.notice(language),
            "industry": search.industry?.text ?? false,
            "day": search.day.description,
            "discharges": Discharge.allCases.filter { ($0.medium == .air) == outlet.isStack }.map { way in
                [
                    "code": way.rawValue, "word": way.phrase(language), "isChosen": way == search.discharge,
                ] as [String: Any]
            },
            "isSearched": search.industry != nil,
            "remarks": found.remarks.map { $0(language) },
            "hasDefaults": !found.lines.isEmpty,
            "defaults": found.lines.map { row($0.line, beside: $0.other, language) },
            "mayRecord": mayRecord,
            "record": FormView.view(
                language, action: path, fields: LimitForm.record.map(offering),
                submit: Phrase("登记限值", "Record the limit"),
                values: prefilled, refused: refused?.typed["factor"] == nil ? nil : refused),
            "end": FormView.view(
                language, action: path + "/end", fields: LimitForm.end.map(offering),
                submit: Phrase("终止或撤回", "End or take back"),
                refused: refused?.typed["limit"] == nil ? nil : refused),
        ]
    }

    private func row(_ recorded: LimitStore.Recorded, _ language: Language) -> [String: Any] {
        let days = "\(recorded.limit.validFrom) – \(recorded.limit.validTo?.description ?? "")"
        return [
            "number": String(recorded.number),
            "factor": "\(names(recorded.pollutant).name(language)) \(recorded.pollutant)",
            "mean": FurnaceText.mean(recorded.averaging, of: recorded.pollutant)(language),
            "demand": recorded.limit.words(language),
            "days": days,
            "kind": recorded.sourceKind?.phrase(language) ?? "–",
            "source": recorded.limit.noted(SourceText.words(recorded.limit.source))(language),
            "table": recorded.table.map { named($0, language) } ?? "–",
            "state": (recorded.isVoid ? Phrase("已撤回", "taken back") : Phrase("已登记", "recorded"))(language),
            "lacksCondition": lacksCondition(recorded),
        ]
    }

    /// A table as its standard calls it; what is no table's name stands as it was typed.
    private func named(_ table: String, _ language: Language) -> String {
        guard let known = standards.limits.tables.first(where: { $0.name.description == table }) else { return table }
        return "\(known.name.standard) \(known.title(language))"
    }

    /// Whether it was adopted, by an earlier program, from a line that holds in one season only, without that season.
    private func lacksCondition(_ recorded: LimitStore.Recorded) -> Bool {
        guard !recorded.isVoid, recorded.sourceKind == .standard, recorded.limit.other == nil,
            let table = standards.limits.tables.first(where: { $0.name.description == recorded.table })
        else { return false }
        return standards.limits.limits(of: table.name, on: recorded.limit.validFrom).contains { line in
            line.factor == recorded.pollutant && line.condition.changesByDay
        }
    }

    /// The factor's code may be chosen by its name, a limit by what it demands of which factor.
    private func offering(_ field: FormField) -> FormField {
        switch field.name {
        case "factor":
            field.offering(Pollutant.named(beginning: outlet.isStack ? "a" : "w").map { ($0.code.text, $0.name) })
        case "limit":
            field.offering(
                limits.filter { !$0.isVoid }.map { recorded in
                    let (name, demand) = (names(recorded.pollutant).name, recorded.limit.text)
                    return (String(recorded.number), Phrase("\(name.zh) \(demand)", "\(name.en) \(demand)"))
                })
        case "table":
            field.offering(
                standards.limits.tables(for: outlet.isStack ? .air : .water, on: search.day).map {
                    ($0.name.description, $0.title)
                })
        // Whatever else is typed is known to whoever records the limit.
        default: field
        }
    }

    /// What the trade's standards demand on the day, of the factors that devices send; and what is to be beware of.
    private var defaults: (lines: [(line: DischargeLimit, other: DischargeLimit?)], remarks: [Phrase]) {
        guard let industry = search.industry else { return ([], []) }
        let rows = standards.industries.defaults(for: industry, discharge: search.discharge, on: search.day)
        let lines = rows.compactMap(\.table).flatMap { standards.limits.limits(of: $0, on: search.day) }
        let usable = lines.filter { $0.factor != nil && $0.measurementUnit != nil && mean(of: $0) != nil }
        return (usable.map { ($0, $0.counterpart(in: usable)) }, rows.map(\.remark))
    }

    /// By which mean automatic values stand beside a line; nil when by none.
    private func mean(of line: DischargeLimit) -> MeanPeriod? {
        switch line.averaging {
        case .hour: outlet.isStack ? .hour : nil
        case .day, .sampleOrDay: .day
        case .determination: outlet.isStack ? .hour : nil
        // A furnace's five-minute means are counted by the day (MON-05).
        case .fiveMinute: outlet.isStack ? .day : nil
        case .reading, .sampleOrCycle: nil
        }
    }

    private func row(
        _ line: DischargeLimit, beside other: DischargeLimit?, _ language: Language
    ) -> [String: Any] {
        let unit = line.measurementUnit?.shown(language) ?? ""
        return [
            "item": "\(line.item(language)) \(line.factor?.text ?? "")",
            "bound": unit.isEmpty ? "\(line.bound)" : "\(line.bound) \(unit)",
            "condition": condition(of: line, beside: other)(language),
            "averaging": line.averaging.phrase(language),
            "table": named(line.table.description, language),
            "clause": line.clause(language),
            "certainty": line.certainty.phrase(language),
            "days": "\(line.validFrom) – \(line.validTo?.description ?? "")",
            "remark": line.remark?(language) ?? "–",
            "adopt": adoption(of: line, beside: other),
        ]
    }

    /// When a line holds, and what an adoption takes with it.
    private func condition(of line: DischargeLimit, beside other: DischargeLimit?) -> Phrase {
        guard let words = line.condition.phrase else { return Phrase("–", "–") }
        guard let other else { return words }
        let taken = Phrase("一并采用 \(other.bound)", "adopted with \(other.bound)")
        guard line.condition.needsTemperature else { return words.joined(with: taken) }
        return words.joined(with: taken).joined(
            with: Phrase("当日无水温的按 \(line.bound)", "\(line.bound) on days without a temperature"))
    }

    /// The address at which the form holds the line, for an officer to adopt.
    private func adoption(of line: DischargeLimit, beside other: DischargeLimit?) -> String {
        let (demand, value, lower): (LimitDemand, String, String) =
            switch line.bound {
            case .atMost(let number): (.atMost, "\(number)", "")
            case .atLeast(let number): (.atLeast, "\(number)", "")
            case .within(let low, let high): (.within, "\(high)", "\(low)")
            case .notDetectable: (.notDetectable, "", "")
            }
        let (condition, figure): (String, String) =
            if case .atMost(let number) = other?.bound {
                (other?.condition.code ?? "", "\(number)")
            } else {
                ("", "")
            }
        // What holds for works of one time of building says so where it is recorded.
        let built = line.condition.changesByDay ? nil : line.condition.phrase
        let pairs = [
            ("factor", line.factor?.text ?? ""), ("averaging", (mean(of: line) ?? .hour).rawValue),
            ("demand", demand.rawValue), ("value", value), ("lower", lower), ("unit", line.unit),
            ("condition", condition), ("other_value", figure),
            ("valid_from", search.day.description), ("source_kind", LimitSourceKind.standard.rawValue),
            ("source", line.clause.zh + (built.map { "（\($0.zh)）" } ?? "")), ("table", line.table.description),
        ]
        let query = pairs.map { "\($0)=\(PercentCoding.encode($1))" }.joined(separator: "&")
        return "/outlets/\(outlet.outlet)/limits?\(query)#record"
    }
}
