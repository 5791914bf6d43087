import Facts
import Kernel
import Standards
import Web

/// The forms by which officers record a limit and end one.
enum LimitForm {
    static let record: [FormField] = [
        FormField(
            name: "factor", label: Phrase("因子编码", "Factor"), kind: .text(max: 24), required: true,
            hint: Phrase("六位编码，如 a21002、w01018；见因子目录", "six characters such as a21002 or w01018; see the catalogue")),
        FormField(
            name: "averaging", label: Phrase("判定均值", "Mean judged"), kind: .choice(MeanPeriod.allCases.map(\.rawValue)),
            required: true, hint: Phrase("废气按小时，废水按日", "an hour for waste gas, a day for waste water"),
            optionLabels: labels(MeanPeriod.allCases) { $0.phrase }),
        FormField(
            name: "demand", label: Phrase("要求", "Demand"), kind: .choice(LimitDemand.allCases.map(\.rawValue)),
            required: true, optionLabels: labels(LimitDemand.allCases) { $0.phrase }),
        FormField(name: "value", label: Phrase("限值（范围填上限）", "Limit (upper end)"), kind: .text(max: 16), required: true),
        FormField(
            name: "lower", label: Phrase("下限（仅范围）", "Lower end (of a range)"), kind: .text(max: 16), required: false),
        FormField(
            name: "unit", label: Phrase("单位", "Unit"), kind: .choice(units.map(\.code)), required: true,
            optionLabels: Dictionary(
                uniqueKeysWithValues: units.map { unit in
                    (unit.code, unit.symbol.isEmpty ? Phrase("无量纲", "plain number") : Phrase(unit.symbol, unit.symbol))
                })),
        FormField(
            name: "condition", label: Phrase("另一限值的条件", "When another figure holds"),
            kind: .choice(conditions.map(\.code)), required: false,
            hint: Phrase(
                "分季节或分水温的限值才填；按水温的，当日没有可用水温日均值时按上面的限值判定",
                "only for limits by season or water temperature; where a day has no usable mean of the water's "
                    + "temperature, the limit above decides"),
            optionLabels: Dictionary(
                conditions.map { ($0.code, $0.phrase ?? Phrase($0.code, $0.code)) },
                uniquingKeysWith: { first, _ in first })),
        FormField(
            name: "other_value", label: Phrase("该条件下的限值", "The figure then"), kind: .text(max: 16), required: false,
            hint: Phrase("与上面的限值同单位", "in the unit above")),
        FormField(
            name: "valid_from", label: Phrase("生效日期", "First day"), kind: .date, required: true,
            hint: Phrase("已存的数值将按此重新判定", "stored values of these days are judged again")),
        FormField(
            name: "valid_to", label: Phrase("失效日期", "Last day"), kind: .date, required: false,
            hint: Phrase("留空表示一直有效", "leave empty while it holds")),
        FormField(
            name: "source_kind", label: Phrase("依据种类", "Kind of source"),
            kind: .choice(LimitSourceKind.allCases.map(\.rawValue)), required: true,
            optionLabels: labels(LimitSourceKind.allCases) { $0.phrase }),
        FormField(
            name: "source", label: Phrase("依据", "Where it is written"), kind: .text(max: 200), required: true,
            hint: Phrase(
                "许可证编号与页、标准号与表号，或文号；许可证写明炉型的，一并写其标准与表，如 GB 18485-2014，据此核对折算值的基准氧含量",
                "number and page of the permit, standard and table, or the order; where a permit names a furnace, its "
                    + "standard too, such as GB 18485-2014: converted values are checked by its reference oxygen"
            )),
        FormField(
            name: "table", label: Phrase("采用的标准表", "Table adopted"), kind: .text(max: 120), required: false,
            hint: Phrase("采用默认限值时自动填写；许可证限值留空", "filled in when a default is adopted; empty for a permit")),
        FormField(name: "reason", label: Phrase("说明", "Remark"), kind: .longText(max: 500), required: false),
    ]

    static let end: [FormField] = [
        FormField(name: "limit", label: Phrase("限值编号", "Limit no."), kind: .text(max: 12), required: true),
        FormField(
            name: "last_day", label: Phrase("最后有效日", "Last day"), kind: .date, required: false,
            hint: Phrase("留空表示登记有误，整条撤回", "leave empty to take it back as recorded in error")),
        FormField(name: "reason", label: Phrase("原因", "Why"), kind: .longText(max: 500), required: true),
    ]

    /// What is asked before a limit ends, or is taken back.
    static func asked(_ known: LimitStore.Recorded, named factor: Phrase, lastDay: CivilDate?) -> Asked {
        let days = "\(known.limit.validFrom) – \(known.limit.validTo?.description ?? "")"
        let source = SourceText.words(of: known.limit)
        let subject = Phrase(
            "限值 \(known.number)：\(factor.zh) \(known.pollutant) \(known.limit.words.zh)（\(days)，\(source.zh)）",
            "Limit \(known.number): \(factor.en) \(known.pollutant) \(known.limit.words.en) (\(days), \(source.en))")
        let again = Phrase(
            "已存的数值随即重新判定：据此认定的超标可能不再成立，其案件须由市局撤销。终止后不能恢复，只能重新登记。",
            "Stored values are judged again at once: exceedances that rest on it may no longer stand, and their cases "
                + "are then to be dismissed. It cannot be revived, only recorded anew.")
        let what =
            lastDay.map { day in
                Phrase("该限值自 \(day.adding(days: 1)) 起不再有效。", "From \(day.adding(days: 1)) on it holds no more. ")
            } ?? Phrase("该限值作为登记有误整条撤回，任何一日都不再有效。", "It is taken back as recorded in error and holds on no day. ")
        return Asked(subject: subject, consequence: Phrase(what.zh + again.zh, what.en + again.en))
    }

    /// The units in which limits are written.
    private static let units = MeasurementUnit.all.filter {
        [.massConcentration, .plainNumber, .temperature].contains($0.dimension)
    }

    /// The seasons and temperatures that standards of ours part limits by.
    static let conditions = [
        "season 11-01..03-31", "season 04-01..10-31", "water-temperature <=12", "water-temperature >12",
    ].compactMap { LimitCondition($0) }

    private static func labels<Choice: RawRepresentable<String>>(
        _ choices: [Choice], _ phrase: (Choice) -> Phrase
    ) -> [String: Phrase] {
        Dictionary(uniqueKeysWithValues: choices.map { ($0.rawValue, phrase($0)) })
    }

    /// What was typed.
    static func draft(_ form: [String: String]) -> LimitOrder.Draft {
        LimitOrder.Draft(
            factor: form["factor"] ?? "", demand: form["demand"].flatMap { LimitDemand(rawValue: $0) } ?? .atMost,
            value: form["value"] ?? "", lower: form["lower"] ?? "", unit: form["unit"] ?? "",
            averaging: form["averaging"].flatMap { MeanPeriod(rawValue: $0) } ?? .hour,
            validFrom: form["valid_from"].flatMap { CivilDate($0) },
            validTo: form["valid_to"].flatMap { CivilDate($0) },
            sourceKind: form["source_kind"].flatMap { LimitSourceKind(rawValue: $0) } ?? .permit,
            source: form["source"] ?? "", table: form["table"] ?? "", reason: form["reason"] ?? "",
            condition: form["condition"] ?? "", otherValue: form["other_value"] ?? "")
    }
}
