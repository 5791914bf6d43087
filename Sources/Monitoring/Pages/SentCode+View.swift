import HJ212
import Kernel
import Standards

extension SentCode {
    /// The line for a template, every word of it finished.
    func view(_ language: Language) -> [String: Any] {
        var view: [String: Any] = [
            "code": code,
            "newest": newest.map { "\($0.text)  \($0.suffix.rawValue)" } ?? "–",
            "newestAt": newest?.at.civil.minuteText ?? "–",
            "waits": waits,
            "since": mapping.map { "\($0.mapping.validFrom) → \($0.mapping.validTo?.description ?? "…")" } ?? "–",
            "by": mapping.map(Self.author) ?? "–",
        ]
        switch reading {
        case .factor(let factor):
            view["tag"] = "done"
            view["readAs"] = "\(factor.code) \(factor.entry.name(language))"
            view["why"] = factor.origin.phrase(language)
            view["conversion"] = factor.conversionText
        case .raw(let reason):
            view["tag"] = reason.waits ? "late" : "neutral"
            view["readAs"] = Phrase("原样保留", "kept raw")(language)
            view["why"] = reason.phrase(language)
            view["conversion"] = "–"
        }
        view["value"] = valueText ?? "–"
        return view
    }

    /// What programs read of the line.
    var content: Content {
        var factor: PlatformFactor?
        var reason: RawReason?
        switch reading {
        case .factor(let read): factor = read
        case .raw(let why): reason = why
        }
        return Content(
            sentCode: code, lastText: newest?.text, lastKind: newest?.suffix.rawValue,
            lastAt: newest?.at.civil.isoText, code: factor?.code.text, name: factor?.entry.name.zh,
            rawReason: reason?.rawValue, sentUnit: factor?.sentUnit?.code, unit: factor?.entry.unit?.code,
            factor: factor?.ratio.description, value: valueNumber?.description, mapping: mapping?.mapping.number,
            validFrom: mapping?.mapping.validFrom.description, recordedBy: mapping.map(Self.author),
            rawHours: rawHours)
    }

    /// A line as programs read it.
    struct Content: Encodable, Sendable {
        let sentCode: String
        let lastText: String?
        let lastKind: String?
        let lastAt: String?
        let code: String?
        let name: String?
        let rawReason: String?
        let sentUnit: String?
        let unit: String?
        let factor: String?
        let value: String?
        let mapping: Int64?
        let validFrom: String?
        let recordedBy: String?
        let rawHours: Int?
    }

    private var valueNumber: DecimalNumber? {
        if case .value(_, let number, _) = value { number } else { nil }
    }

    private var valueText: String? {
        guard case .value(_, let number, let unit) = value else { return nil }
        return "\(number) \(unit?.symbol ?? "")"
    }

    private static func author(_ recorded: FactorMappingStore.Recorded) -> String {
        recorded.by.split(separator: ":").last.map(String.init) ?? recorded.by
    }
}

extension PlatformFactor {
    /// `ppm → mg/m³ × 2.857`: from what into what, by which factor.
    var conversionText: String {
        let unit = entry.unit?.shown ?? "–"
        let units = sentUnit == entry.unit ? unit : "\(sentUnit?.shown ?? "–") → \(unit)"
        return ratio == .one ? units : "\(units) × \(ratio)"
    }
}

extension PlatformFactor.Origin {
    /// Why a code is read so.
    var phrase: Phrase {
        switch self {
        case .table: Phrase("标准编码", "code of the standard")
        case .spelling: Phrase("标准编码的另一种写法", "code of the standard, spelt otherwise")
        case .former: Phrase("2005 年版编码", "code of the 2005 edition")
        case .mapping(let number): Phrase("第 \(number) 号映射", "mapping no. \(number)")
        }
    }
}
