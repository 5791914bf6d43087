import Kernel

extension TaskRecord.Target {
    /// As programs read it.
    struct Content: Encodable, Sendable {
        let year: Int
        let text: String
        let indicator: String?
        let isConfirmed: Bool
    }

    var content: Content {
        Content(year: year, text: text, indicator: indicator?.text, isConfirmed: confirmed != nil)
    }

    /// As templates show it.
    func view(_ language: Language) -> [String: Any] {
        let isAgreed = confirmed != nil
        return [
            "targetYear": String(year), "targetText": text,
            "targetIndicator": indicator.map(\.text) ?? false as Any,
            "targetTag": isAgreed ? "done" : "open",
            "targetWord": (isAgreed ? Phrase("已确认", "agreed to") : Phrase("待确认", "the office decides"))(language),
        ]
    }
}
