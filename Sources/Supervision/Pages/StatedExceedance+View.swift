import Facts
import Kernel
import Standards

extension StatedExceedance {
    /// Its lines on a document; a line of what its step did not state is left out.
    ///
    /// - Parameters:
    ///   - place: The how manieth of the document's it is.
    ///   - isCleared: Whether the paper says that it was no exceedance.
    ///   - reason: Why it is none, where the paper says it.
    func view(
        _ place: Int, of count: Int, isCleared: Bool, because reason: Phrase?, _ language: Language
    ) -> [String: Any] {
        let unitBehind = ExceedanceExtent.unitBehind(unit)
        let cleared = isCleared || isWithdrawn ? reason : nil
        let heading =
            isCleared
            ? Phrase("自动监测数据（已排除超标）", "Automatic data (cleared)") : Phrase("超标情况", "The exceedance")
        return [
            "heading": heading(language)
                + (count == 1 ? "" : Phrase("（\(place)/\(count)）", " \(place) of \(count)")(language)),
            "hasStanding": isWithdrawn || cleared != nil,
            "standing": (cleared ?? Phrase("按更正后的数据已不成立", "no longer stands on the corrected values"))(language),
            "ordered": asOrdered.map {
                [["label": Phrase("责令时所列", "As ordered")(language), "value": $0(language)]]
            } ?? [],
            "periodLabel": (cleared == nil ? Phrase("超标时段", "Period") : Phrase("数据时段", "Period of the data"))(
                language),
            "multipleLabel":
                (cleared == nil
                ? Phrase("超标倍数", "Times over") : Phrase("数据高出限值的倍数（不作超标认定）", "Data over the limit (no exceedance)"))(
                    language),
            "valuesLabel":
                (cleared == nil
                ? Phrase("不符合限值的均值", "Means that break the limit")
                : Phrase("高于限值的均值（不作超标认定）", "Means beyond the limit (no exceedance)"))(language),
            "hasFactor": factorText(language) != nil,
            "factor": factorText(language) ?? "",
            "period": "\(from) – \(until)",
            "peakLabel": peakLabel(language),
            "peak": peak + unitBehind,
            "limit": demand ?? limit + unitBehind,
            "hasSource": source != nil,
            "source": source?(language) ?? "",
            "hasMultiple": multiple != nil,
            "multiple": multiple ?? "",
            "hasRule": rule != nil,
            "rule": rule ?? "",
            "decision": decision ?? "",
            "bases": lawLines(language),
            "hasFormula": formula != nil,
            "formula": formula ?? "",
            "hasAdoption": adoption != nil,
            "adoption": adoption?(language) ?? "",
            "isProvisional": isProvisional && !isWithdrawn,
            "hasValues": !values.isEmpty,
            "values": values.map { value in
                [
                    "start": value.start, "judged": value.judged, "measured": value.measured ?? "–",
                    "mark": value.mark ?? "–",
                ]
            },
            "hasMore": left > 0,
            "more": Phrase("另有 \(left) 个不符合限值的均值，见上列判定。", "\(left) more are named by the decision above.")(language),
        ]
    }

    /// What it is judged by, what it violates and what follows; one line in steps of earlier programs.
    private func lawLines(_ language: Language) -> [[String: String]] {
        let earlier = basis.map { [(Phrase("法律依据（供核对）", "Legal basis (to be checked)"), $0)] } ?? []
        let parts = ClosedLoopRules.LegalBasis.Part.allCases.compactMap { part in
            bases[part].map { (part.phrase, $0) }
        }
        return (earlier + parts).map { ["label": $0(language), "value": $1(language)] }
    }

    /// How many exceeding means have no line of their own.
    private var left: Int { values.isEmpty ? 0 : (count ?? values.count) - values.count }

    /// How its multiple was reckoned; nil where there is none.
    private var formula: String? {
        multiple.map { "(\(peak) − \(limit)) ÷ \(limit) \(isExact($0) ? "=" : "≈") \($0)" }
    }

    /// Whether the multiple, which has two decimals, is the quotient itself.
    private func isExact(_ multiple: String) -> Bool {
        guard let peak = DecimalNumber(peak), let limit = DecimalNumber(limit), let multiple = DecimalNumber(multiple)
        else { return false }
        return multiple.value * limit.value == peak.value - limit.value
    }

    /// The factor with its code and unit.
    private func factorText(_ language: Language) -> String? {
        guard let pollutant else { return nil }
        let name = (factor ?? Pollutant(pollutant).name)(language)
        let symbol = MeasurementUnit(unit ?? "mg/m3")?.symbol ?? unit ?? ""
        let unitText = symbol.isEmpty ? "" : Phrase("，\(symbol)", ", \(symbol)")(language)
        let code = name == pollutant.text ? "" : " \(pollutant.text)"
        return name + code + unitText
    }

    /// What kind of value the peak is: of which means, and whether it lies above or below the limit.
    private func peakLabel(_ language: Language) -> String {
        if pollutant == .furnaceTemperature {
            return Phrase("据以判定的最低5分钟均值", "Lowest deciding five-minute mean")(language)
        }
        guard let averaging else { return Phrase("最不利值", "Value furthest beyond")(language) }
        let which = isBelowLimit ? Phrase("最低", "Lowest") : Phrase("最高", "Highest")
        let mean = averaging.phrase
        return Phrase(which.zh + mean.zh, "\(which.en) \(mean.en)")(language)
    }

    private var isBelowLimit: Bool {
        guard let peak = DecimalNumber(peak), let limit = DecimalNumber(limit) else { return false }
        return peak < limit
    }
}
