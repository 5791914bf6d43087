import Facts
import Kernel
import Web

extension CasePage {
    /// What the figures are called: of hours and of days, and of a furnace, whose five-minute means are counted.
    func figuresView(_ language: Language) -> [String: Any] {
        let isFurnace = subject.gravest.pollutant == .furnaceTemperature
        let lowest = (evidence?.hours ?? []).filter(\.exceeds).compactMap(\.lowest).min()
        return [
            "levelReason": levelReason(language),
            "peakLabel":
                (isFurnace
                ? Phrase("据以判定的均值", "Deciding mean") : Phrase("最远离限值的值", "Farthest value"))(language),
            "valueLabel":
                (isFurnace
                ? Phrase("据以判定的均值", "Deciding mean") : Phrase("判定值", "Value judged"))(language),
            "beginning": (subject.extent.mean == .day ? Phrase("日期", "Day") : Phrase("时段（起）", "Hour (start)"))(
                language),
            "hasLowest": lowest != nil,
            "lowest": lowest.map { $0.description + subject.extent.unitBehind } ?? "",
        ]
    }

    func evidenceView(_ language: Language) -> [String: Any] {
        guard let evidence else { return ["hasEvidence": false] }
        let isByDay = subject.extent.mean == .day
        return [
            "hasEvidence": true,
            "decision": evidence.decision.text,
            "hasReplaced": !replaced.isEmpty,
            "replaced": replaced.map { replacedView($0, language) },
            "hasCause": evidence.cause != nil,
            "cause": evidence.cause?(language) ?? "",
            "evidence": evidence.hours.map { hour -> [String: Any] in
                [
                    "hour": isByDay ? hour.hour.civil.date.description : hour.hour.civil.minuteText,
                    "rowLowest": hour.lowest?.description ?? "–",
                    "value": hour.value?.description ?? "–",
                    "limit": hour.limit?.description ?? "–",
                    "mark": hour.mark ?? "–",
                    "exceeds": hour.exceeds,
                    "complies": !hour.exceeds && hour.isJudged,
                    "isOut": !hour.exceeds && !hour.isJudged,
                    "hasRemark": hour.remark != nil,
                    "remark": hour.remark?(language) ?? "",
                    "frame": hour.frame.hex,
                    "frameAt": hour.hour.civil.digits,
                    "frameShort": String(hour.frame.hex.prefix(8)),
                    "hasPage": hour.page != nil,
                    "page": hour.page ?? "",
                ]
            },
        ]
    }

    private func replacedView(_ value: ReplacedValue, _ language: Language) -> [String: Any] {
        // Nobody is told of a sign before it was looked into.
        let sign = actor.role == .enterpriseManager ? nil : value.sign
        return [
            "replacedWords": value.phrase(language),
            "versions": value.told.map { version in
                [
                    "versionAt": version.dataTime.civil.digits, "versionFrame": version.frame.hex,
                    "versionShort": String(version.frame.hex.prefix(8)),
                ]
            },
            "hasSign": sign != nil, "sign": sign?.text ?? "",
        ]
    }

    /// How the case's level comes about, which its values alone do not tell.
    private func levelReason(_ language: Language) -> String {
        let byValues = subject.extent.level.phrase
        guard subject.level != subject.extent.level else {
            return Phrase("\(byValues.zh)（按数值）", "\(byValues.en), by its values")(language)
        }
        let reasons = [
            subject.isToxic ? Phrase("有毒有害因子", "a toxic factor") : nil,
            subject.isRepeated ? Phrase("30日内多次超标", "repeated within 30 days") : nil,
            subject.raises > 0
                ? Phrase("任务逾期提高 \(subject.raises) 级", "raised by \(subject.raises) for duties overdue") : nil,
        ].compactMap(\.self)
        let now = subject.level.phrase
        return Phrase(
            "\(now.zh)（按数值\(byValues.zh)；\(reasons.map(\.zh).joined(separator: "，"))）",
            "\(now.en) (\(byValues.en) by its values; \(reasons.map(\.en).joined(separator: ", ")))")(language)
    }
}
