import Kernel

/// The fixed words of policies in English. Their texts stay Chinese, because they are official; the titles of their
/// sections and the words of deadlines are how pages are read, and have a translation of ours.
enum PolicyWords {
    /// Titles of sections: those of the policy that the product ships.
    private static let sections = [
        "厚植服务底色": "Laying the foundation", "聚焦服务重点": "Focusing on priorities",
        "彰显服务品质": "Raising the quality of service", "提升服务能力": "Building capacity",
        "优化服务方式": "Improving how service is given", "强化服务保障": "Strengthening support",
    ]

    /// The title of a section; as written where no translation is known.
    static func section(_ title: String, _ language: Language) -> String {
        language == .chinese ? title : sections[title] ?? title
    }

    /// In which language a section's title comes.
    static func sectionLanguage(_ title: String, _ language: Language) -> String {
        language == .chinese || sections[title] == nil ? "zh" : "en"
    }

    /// A deadline: as written, in English its years alone (2020—2021年 is 2020–2021, 长期 is long-term).
    static func deadline(_ written: String, _ language: Language) -> String {
        guard language == .english else { return written }
        guard written != "长期" else { return "long-term" }
        let years = written.replacing("年", with: "").replacing("—", with: "–")
        return years.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || $0 == "–" } ? years : written
    }

    /// An amount as each language counts large ones: 1,054,013 万元, CNY 10.54 billion. In English two decimals,
    /// halves up.
    static func money(_ fen: Int64, _ language: Language) -> String {
        guard language == .english else { return "\(TenThousandYuan.text(fen)) 万元" }
        let yuan = fen / 100
        let (unit, word): (Int64, String) =
            switch yuan {
            case 1_000_000_000...: (1_000_000_000, " billion")
            case 1_000_000...: (1_000_000, " million")
            // Below a million no word is needed: the number itself is short.
            default: (1, "")
            }
        guard unit > 1 else { return "CNY \(yuan)" }
        let hundredths = (yuan / (unit / 1_000) + 5) / 10
        let decimals = "\(hundredths % 100)"
        return "CNY \(hundredths / 100).\(String(repeating: "0", count: 2 - decimals.count))\(decimals)\(word)"
    }
}
