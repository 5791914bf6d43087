import Kernel

extension DirectiveKind {
    /// What such a document is called.
    var phrase: Phrase {
        switch self {
        case .inspection: Phrase("督查通知", "Inspection notice")
        case .minutes: Phrase("会议纪要", "Minutes")
        }
    }
}

extension DirectiveKey {
    /// Its number as documents write it: 督查通知〔2026〕1号.
    var phrase: Phrase {
        Phrase("\(kind.phrase.zh)〔\(year)〕\(number)号", "\(kind.phrase.en) \(year)/\(number)")
    }

    /// Its page.
    var address: String { "/governance/directives/\(self)" }
}
