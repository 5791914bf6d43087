/// Chinese words of an English page, marked when it was rendered: names, places and titles stay Chinese, and a reader
/// aloud has to know where its language changes (WCAG 3.1.2). Nothing has to be written in templates; what stands in an
/// element that says its language already is left as it is.
///
/// A run begins and ends with Chinese letters or signs and may hold digits, blanks and signs between them, but no Latin
/// letter. Attributes cannot be marked in parts.
struct ChineseWords {
    /// An element that is open.
    private struct Element {
        let name: [UInt8]
        /// Whether it, or one around it, says that it is Chinese.
        let isChinese: Bool
        /// Where its own tag ends, before the `>`.
        let tagEnd: Int
    }

    private let bytes: [UInt8]
    private var marks: [(place: Int, text: StaticString)] = []

    /// The HTML with every run of Chinese letters in an element that says so.
    static func marked(_ html: String) -> String {
        guard html.utf8.contains(where: isLead) else { return html }
        var words = ChineseWords(bytes: Array(html.utf8))
        words.walk()
        return words.marks.isEmpty ? html : words.text
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var text: String {
        var (result, place): ([UInt8], Int) = ([], 0)
        result.reserveCapacity(bytes.count + marks.count * 16)
        for mark in marks.sorted(by: { $0.place < $1.place }) {
            result += bytes[place..<mark.place]
            mark.text.withUTF8Buffer { result += $0 }
            place = mark.place
        }
        return String(decoding: result + bytes[place...], as: UTF8.self)
    }

    // MARK: - Tags

    private mutating func walk() {
        var open: [Element] = []
        var place = 0
        while place < bytes.count {
            let tag = bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
            if open.last?.isChinese != true { markText(place..<tag, in: open.last) }
            guard tag < bytes.count, let end = bytes[tag...].firstIndex(of: UInt8(ascii: ">")) else { return }
            place = end + 1
            let isClosing = tag + 1 < end && bytes[tag + 1] == UInt8(ascii: "/")
            let name = Array(bytes[(tag + (isClosing ? 2 : 1))..<end].prefix(while: Self.isOfName))
            if isClosing {
                // Elements that the page did not close end with the one around them.
                if let start = open.lastIndex(where: { $0.name == name }) { open.removeSubrange(start...) }
            } else if Self.raw.contains(name) {
                place = self.end(of: name, from: place)
            } else if !name.isEmpty, bytes[end - 1] != UInt8(ascii: "/"), !Self.void.contains(name) {
                let isChinese = says(Self.chinese, tag..<end) || (open.last?.isChinese ?? false)
                open.append(
                    Element(name: name, isChinese: isChinese && !says(Self.english, tag..<end), tagEnd: end))
            }
        }
    }

    /// Behind the end of an element whose content is no text to read.
    private func end(of name: [UInt8], from place: Int) -> Int {
        let closing = Array("</".utf8) + name
        var place = place
        while let next = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
            if bytes[next...].starts(with: closing) { return next }
            place = next + 1
        }
        return bytes.count
    }

    private func says(_ attribute: [UInt8], _ tag: Range<Int>) -> Bool {
        guard tag.count > attribute.count else { return false }
        return (tag.lowerBound...(tag.upperBound - attribute.count)).contains { bytes[$0...].starts(with: attribute) }
    }

    /// The element that goes around words which no element of their own holds.
    private static let mark = "span"
    private static let chinese = Array(" lang=\"zh".utf8)
    private static let english = Array(" lang=\"en".utf8)
    private static let void = names("input br hr img meta link wbr source col")
    private static let raw = names("script style")
    /// Elements that hold text and no other element of HTML: they say the language themselves.
    private static let bare = names("option textarea title text tspan")

    private static func names(_ words: String) -> Set<[UInt8]> {
        Set(words.split(separator: " ").map { Array($0.utf8) })
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
    }

    // MARK: - Text

    private mutating func markText(_ text: Range<Int>, in element: Element?) {
        var place = text.lowerBound
        while let run = run(in: place..<text.upperBound) {
            place = run.upperBound
            if let element, Self.bare.contains(element.name) {
                // Text around another element comes in parts; the tag says it once.
                if !marks.suffix(8).contains(where: { $0.place == element.tagEnd }) {
                    marks.append((element.tagEnd, #" lang="zh""#))
                }
                return
            }
            marks.append((run.lowerBound, "<\(Self.mark) lang=\"zh\">"))
            marks.append((run.upperBound, "</\(Self.mark)>"))
        }
    }

    /// The next run that holds a Chinese letter.
    private func run(in text: Range<Int>) -> Range<Int>? {
        var (start, end, holdsLetter): (Int?, Int, Bool) = (nil, text.lowerBound, false)
        var place = text.lowerBound
        while place < text.upperBound {
            let byte = bytes[place]
            if let sign = sign(at: place) {
                if start == nil { start = place }
                (end, holdsLetter) = (place + 3, holdsLetter || sign == .letter)
                place += 3
            } else if Self.isLatin(byte) {
                if let start, holdsLetter { return start..<end }
                start = nil
                place += 1
            } else {
                place += 1
            }
        }
        return start.flatMap { holdsLetter ? $0..<end : nil }
    }

    private enum Sign {
        case letter
        case punctuation
    }

    /// The Chinese letter or sign whose three bytes begin here.
    private func sign(at place: Int) -> Sign? {
        guard Self.isLead(bytes[place]), place + 2 < bytes.count else { return nil }
        switch (bytes[place], bytes[place + 1]) {
        // U+3000…303F: brackets and stops; U+FF00…FFEF: full width.
        case (0xE3, 0x80), (0xEF, 0xBC...0xBF): return .punctuation
        // U+3400…9FFF.
        case (0xE3, 0x90...0xBF), (0xE4...0xE9, _): return .letter
        default: return nil
        }
    }

    /// Whether a Chinese letter or sign may begin so.
    private static func isLead(_ byte: UInt8) -> Bool { (0xE3...0xE9).contains(byte) || byte == 0xEF }

    private static func isLatin(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte == UInt8(ascii: "&")
    }
}
