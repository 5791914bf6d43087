import HJ212
import Kernel
import Web

/// A conversation as lists and its own page show it: finished strings.
enum ConversationRow {
    static func view(of record: ConversationRecord, _ language: Language) -> [String: Any] {
        [
            "id": record.id.text,
            "href": "/outlets/\(record.outlet)/device/conversations/\(record.id)",
            "what": record.command.kind.phrase(language),
            "number": String(record.command.kind.trait.command.rawValue),
            "parameters": parameters(of: record, language),
            "who": author(of: record, language),
            "reason": record.reason.isEmpty ? "–" : reason(of: record, language),
            "askedAt": record.askedAt.civil.secondText,
            "tag": record.machine.state.tag,
            "state": record.machine.state.phrase(language),
            "result": result(of: record, language),
        ]
    }

    /// The parameters with their labels, in the order of the form.
    static func parameters(of record: ConversationRecord, _ language: Language) -> String {
        let parts = CommandForm.ownFields(of: record.command.kind).compactMap { field -> String? in
            guard let value = record.command.parameters[field.name] else { return nil }
            return "\(field.label(language)) \(CommandForm.shown(value, of: field, language))"
        }
        return parts.isEmpty ? "–" : parts.joined(separator: Phrase("；", "; ")(language))
    }

    /// What came of it: why it ended, how much came, what the device said.
    static func result(of record: ConversationRecord, _ language: Language) -> String {
        var parts: [String] = []
        if let outcome = record.machine.outcome { parts.append(outcome.phrase(language)) }
        let frames = record.machine.dataFrames
        if frames > 0 { parts.append(Phrase("收到数据 \(frames) 条", Counted.english(frames, "data frame"))(language)) }
        if let answer = record.answer, !answer.isEmpty {
            parts += AnswerPhrase.phrases(of: answer, askedAt: record.sentAt).map { $0(language) }
        }
        if !record.machine.state.isEnded, record.machine.tries > 1 {
            parts.append(Phrase("已发送 \(record.machine.tries) 次", "sent \(record.machine.tries) times")(language))
        }
        return parts.isEmpty ? "–" : parts.joined(separator: Phrase("；", "; ")(language))
    }

    /// What the platform asks by itself says so.
    private static func author(of record: ConversationRecord, _ language: Language) -> String {
        switch record.askedName {
        case "gap": Phrase("平台自动补采", "the platform, for a gap")(language)
        case "1013", "1014", "1001": Phrase("应设备请求", "the device's own wish")(language)
        default: record.askedName
        }
    }

    private static func reason(of record: ConversationRecord, _ language: Language) -> String {
        switch record.reason {
        case "gap": Phrase("缺数", "values are missing")(language)
        case "1013": Phrase("设备请求校时（1013）", "the device asked for the time (1013)")(language)
        case "1014": Phrase("设备请求新密钥（1014）", "the device asked for a new key (1014)")(language)
        case "1001": Phrase("设备注册（1001）", "the device registered (1001)")(language)
        default: record.reason
        }
    }
}
