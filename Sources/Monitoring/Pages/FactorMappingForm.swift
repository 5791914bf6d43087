import Kernel
import Standards
import Web

/// The form by which an administrator records as what a code is read.
enum FactorMappingForm {
    /// As what a code may be read, in the order of the form.
    static let readings: [(kind: String, phrase: Phrase)] = [
        ("factor", Phrase("读作因子", "read as a factor")),
        ("set-aside", Phrase("搁置（不是监测因子）", "set aside (no factor)")),
        ("by-table", Phrase("恢复为标准读法", "back to what the tables say")),
    ]

    static let fields: [FormField] = [
        FormField(name: "code", label: Phrase("设备编码", "Code sent"), kind: .text(max: 24), required: true),
        FormField(
            name: "reading", label: Phrase("读法", "Reading"), kind: .choice(readings.map(\.kind)), required: true,
            optionLabels: Dictionary(uniqueKeysWithValues: readings.map { ($0.kind, $0.phrase) })),
        FormField(name: "target", label: Phrase("平台因子", "Factor"), kind: .text(max: 24), required: false),
        FormField(
            name: "unit", label: Phrase("设备所发单位", "Unit sent"), kind: .choice(MeasurementUnit.all.map(\.code)),
            required: false,
            optionLabels: Dictionary(
                uniqueKeysWithValues: MeasurementUnit.all.map { ($0.code, Phrase($0.shown, $0.shown)) })),
        FormField(name: "multiplier", label: Phrase("倍数", "Multiplier"), kind: .text(max: 16), required: false),
        FormField(
            name: "valid_from", label: Phrase("生效日期（按数据时间）", "In force from (data time)"), kind: .date, required: true,
            hint: Phrase("已存小时值将按此重新读取并重新判定", "stored hours are read again by it and judged again")),
        FormField(
            name: "valid_to", label: Phrase("失效日期", "Last day"), kind: .date, required: false,
            hint: Phrase("留空表示一直有效", "leave empty while it holds")),
        FormField(
            name: "reason", label: Phrase("理由", "Reason"), kind: .longText(max: 500), required: true,
            hint: Phrase("例如：设备说明书第几页、现场核对记录", "for example the page of the manual, or the record of a visit")),
    ]

    /// What the fields stand for.
    static func reading(
        of form: [String: String], in table: FactorTable
    ) throws(FactorMappingRefusal) -> (code: PollutantCode, reading: MappedReading) {
        guard let code = PollutantCode(form["code"] ?? "") else { throw .unknownSentCode }
        switch form["reading"] {
        case "set-aside": return (code, .setAside)
        case "by-table": return (code, .byTable)
        default:
            let draft = FactorMappingOrder.Draft(
                target: form["target"] ?? "", unit: form["unit"] ?? "", multiplier: form["multiplier"] ?? "")
            return (code, try FactorMappingOrder.reading(of: draft, in: table))
        }
    }
}

extension MappedReading {
    /// What it means, as people read it.
    var phrase: Phrase {
        switch self {
        case .factor(let target, let unit, let multiplier):
            let factor = "\(target) \(unit?.symbol ?? "")" + (multiplier == DecimalNumber(1) ? "" : " × \(multiplier)")
            return Phrase("读作 \(factor)", "read as \(factor)")
        case .setAside: return Phrase("搁置", "set aside")
        case .byTable: return Phrase("恢复为标准读法", "back to what the tables say")
        }
    }
}
