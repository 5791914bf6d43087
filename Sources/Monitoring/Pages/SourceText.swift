import Kernel

/// Where a limit is written, for English readers: the words that permits and standards are cited with. Names and
/// numbers stay as they are, and so does whatever these words do not know: a citation must be found again.
enum SourceText {
    private static let words: [(zh: String, en: String)] = [
        ("排污许可证", "discharge permit"), ("（示例）", " (invented)"), ("基准含氧量", "reference oxygen"),
        ("生活垃圾焚烧炉", "municipal waste incinerator"), ("危险废物焚烧炉", "hazardous waste incinerator"),
        ("燃煤发电锅炉", "coal-fired power boiler"), ("燃煤锅炉", "coal-fired boiler"), ("燃气锅炉", "gas-fired boiler"),
        ("工艺加热炉", "process heater"), ("环评批复", "approval of the impact assessment"),
        ("地方文件", "local order"), ("标准", "standard"), ("特别排放限值", "special discharge limit"),
        ("排放限值", "discharge limit"), ("直接排放", "direct discharge"), ("间接排放", "indirect discharge"),
        ("修改单", "amendment"), ("附录", "annex "), ("，", ", "), ("；", "; "), ("、", ", "),
        ("（", " ("), ("）", ")"),
    ]

    /// Where a limit is written, with the kind of text where that was told.
    static func words(of limit: DatedLimit) -> Phrase { limit.named(words(limit.source)) }

    /// A source as recorded, in Chinese, and in English.
    static func words(_ source: String) -> Phrase {
        let english = words.reduce(source.replacing(/表 ?(?=[0-9])/, with: "table ")) { text, word in
            text.replacing(word.zh, with: word.en)
        }
        return Phrase(source, english.replacing("  ", with: " "))
    }
}
