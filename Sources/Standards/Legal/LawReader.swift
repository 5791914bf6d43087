/// Reads a sentence for the texts of law and the articles it names: 《大气污染防治法》第九十九条第一款第（二）项,
/// 生态环境法典第1107条, Air Pollution Law art. 99.
struct LawReader {
    private let characters: [Character]
    private let timeline: LegalTimeline

    init(_ sentence: String, _ timeline: LegalTimeline) {
        characters = Array(sentence)
        self.timeline = timeline
    }

    func citations() -> [LawCitation] {
        var found: [LawCitation] = []
        var place = 0
        while place < characters.count {
            if let (citation, end) = text(at: place) {
                if found.last.map({ !$0.texts.isEmpty && $0.texts == citation.texts }) != true {
                    found.append(citation)
                }
                place = end
            } else if let (number, end) = article(at: place) {
                if !found.isEmpty { found[found.count - 1].articles.append(number) }
                place = end
            } else {
                place += 1
            }
        }
        return found
    }

    /// A title in 《》, which names what stands in it and nothing else, or a known name.
    private func text(at place: Int) -> (LawCitation, end: Int)? {
        if characters[place] == "《", let end = characters[place...].firstIndex(of: "》") {
            let title = String(characters[(place + 1)..<end])
            let national = "中华人民共和国"
            let short = title.hasPrefix(national) ? String(title.dropFirst(national.count)) : title
            return (LawCitation(title: title, texts: timeline.named[short] ?? []), end + 1)
        }
        guard let name = timeline.names.first(where: { characters[place...].starts(with: $0) }) else { return nil }
        let title = String(name)
        return (LawCitation(title: title, texts: timeline.named[title] ?? []), place + name.count)
    }

    /// 第N条 in Chinese numerals or digits, or `art. N`.
    private func article(at place: Int) -> (number: Int, end: Int)? {
        if characters[place] == "第", let end = characters[place...].firstIndex(of: "条") {
            return Self.number(characters[(place + 1)..<end]).map { ($0, end + 1) }
        }
        let words = ["articles ", "article ", "arts. ", "art. "].map(Array.init)
        guard let word = words.first(where: { characters[place...].starts(with: $0) }) else { return nil }
        let digits = characters[(place + word.count)...].prefix { Self.figures[$0] != nil }
        return Self.number(digits).map { ($0, place + word.count + digits.count) }
    }

    /// The value of 九十九, 一千一百零七 or 99; nil for what is no number.
    static func number(_ characters: some Collection<Character>) -> Int? {
        guard characters.count <= 9 else { return nil }
        let values = characters.compactMap { figures[$0] }
        if values.count == characters.count {
            let value = values.reduce(0) { $0 * 10 + $1 }
            return value > 0 ? value : nil
        }
        var (sum, digit) = (0, nil as Int?)
        var unitBefore = 10_000
        for character in characters {
            if let value = numerals[character] {
                guard (digit ?? 0) == 0 else { return nil }
                digit = value
            } else if let unit = units[character], unit < unitBefore {
                // 十二 is 一十二; every other unit needs its digit.
                guard digit.map({ $0 > 0 }) ?? (unit == 10 && sum == 0) else { return nil }
                sum += (digit ?? 1) * unit
                (digit, unitBefore) = (nil, unit)
            } else {
                return nil
            }
        }
        let value = sum + (digit ?? 0)
        return value > 0 ? value : nil
    }

    /// Digits, also those of full width.
    private static let figures = Dictionary(
        zip("0123456789０１２３４５６７８９", (0...9).map { $0 } + (0...9)), uniquingKeysWith: { first, _ in first })
    private static let numerals: [Character: Int] = [
        "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    private static let units: [Character: Int] = ["十": 10, "百": 100, "千": 1_000]
}
