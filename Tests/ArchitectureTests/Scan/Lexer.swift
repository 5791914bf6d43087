/// Cuts Swift source into tokens, well enough for rules that look for words and their neighbours.
///
/// It knows comments (nested too), string literals of all four kinds with interpolation, raw identifiers and regex
/// literals. It does not know the grammar; source that compiles is cut right, other source somehow.
struct Lexer {
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    private var tokens: [Token] = []

    static func tokens(of source: String) -> [Token] {
        var lexer = Lexer(bytes: Array(source.utf8))
        lexer.readCode(untilClosingParenthesis: false)
        return lexer.tokens
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private func byte(_ ahead: Int = 0) -> UInt8 {
        position + ahead < bytes.count ? bytes[position + ahead] : 0
    }

    private func startsWith(_ text: StaticString) -> Bool {
        guard position + text.utf8CodeUnitCount <= bytes.count else { return false }
        return (0..<text.utf8CodeUnitCount).allSatisfy { bytes[position + $0] == text.utf8Start[$0] }
    }

    private mutating func advance(_ count: Int = 1) {
        for _ in 0..<count where position < bytes.count {
            if bytes[position] == UInt8(ascii: "\n") { line += 1 }
            position += 1
        }
    }

    private mutating func append(_ kind: Token.Kind, from start: Int, to end: Int, line first: Int) {
        let spaced = tokenFollowsSpace(at: start)
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        tokens.append(Token(kind: kind, text: text, line: first, lastLine: line, followsSpace: spaced))
    }

    private func tokenFollowsSpace(at start: Int) -> Bool {
        start == 0 || bytes[start - 1] == UInt8(ascii: " ") || bytes[start - 1] == UInt8(ascii: "\n")
    }

    private mutating func readCode(untilClosingParenthesis isInterpolation: Bool) {
        var depth = 0
        while position < bytes.count {
            let current = byte()
            if current == UInt8(ascii: " ") || current == UInt8(ascii: "\n") || current == UInt8(ascii: "\t") {
                advance()
            } else if startsWith("//") || startsWith("/*") {
                readComment()
            } else if current == UInt8(ascii: "\"") || (current == UInt8(ascii: "#") && hashesBeforeQuote() > 0) {
                readLiteral()
            } else if current == UInt8(ascii: "`") {
                readRawIdentifier()
            } else if Self.isWord(current) {
                readWord()
            } else if current == UInt8(ascii: "/") && readRegex() {
                continue
            } else {
                if current == UInt8(ascii: "(") { depth += 1 }
                if current == UInt8(ascii: ")") {
                    depth -= 1
                    if isInterpolation && depth < 0 { return }
                }
                advance()
                append(.symbol, from: position - 1, to: position, line: line)
            }
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xFF:
            true
        default: false
        }
    }

    private mutating func readWord() {
        let start = position
        while position < bytes.count && Self.isWord(bytes[position]) { position += 1 }
        append(.word, from: start, to: position, line: line)
    }

    private mutating func readRawIdentifier() {
        let start = position
        position += 1
        while position < bytes.count && bytes[position] != UInt8(ascii: "`") { position += 1 }
        append(.word, from: start + 1, to: min(position, bytes.count), line: line)
        position += 1
    }

    private mutating func readComment() {
        let start = position
        let first = line
        if startsWith("//") {
            while position < bytes.count && bytes[position] != UInt8(ascii: "\n") { position += 1 }
        } else {
            var depth = 0
            repeat {
                if startsWith("/*") {
                    depth += 1
                    advance(2)
                } else if startsWith("*/") {
                    depth -= 1
                    advance(2)
                } else {
                    advance()
                }
            } while depth > 0 && position < bytes.count
        }
        append(.comment, from: start, to: position, line: first)
    }

    /// How many `#` stand before a quote here; 0 when what follows is no raw literal.
    private func hashesBeforeQuote() -> Int {
        var count = 0
        while byte(count) == UInt8(ascii: "#") { count += 1 }
        return byte(count) == UInt8(ascii: "\"") ? count : 0
    }

    private mutating func readLiteral() {
        let spaced = tokenFollowsSpace(at: position)
        let first = line
        let hashes = hashesBeforeQuote()
        advance(hashes)
        let quotes = startsWith("\"\"\"") ? 3 : 1
        advance(quotes)
        let place = tokens.count
        var content: [UInt8] = []
        while position < bytes.count && !closesLiteral(quotes: quotes, hashes: hashes) {
            if byte() == UInt8(ascii: "\\") && isEscape(hashes: hashes) {
                let escaped = byte(1 + hashes)
                advance(2 + hashes)
                if escaped == UInt8(ascii: "(") {
                    readCode(untilClosingParenthesis: true)
                    advance()
                    content += Array(Token.interpolation.utf8)
                } else {
                    content.append(UInt8(ascii: " "))
                }
            } else {
                content.append(byte())
                advance()
            }
        }
        advance(quotes + hashes)
        let text = String(decoding: content, as: UTF8.self)
        let literal = Token(kind: .literal, text: text, line: first, lastLine: line, followsSpace: spaced)
        tokens.insert(literal, at: place)
    }

    private func isEscape(hashes: Int) -> Bool {
        (0..<hashes).allSatisfy { byte(1 + $0) == UInt8(ascii: "#") }
    }

    private func closesLiteral(quotes: Int, hashes: Int) -> Bool {
        (0..<quotes).allSatisfy { byte($0) == UInt8(ascii: "\"") }
            && (0..<hashes).allSatisfy { byte(quotes + $0) == UInt8(ascii: "#") }
    }

    /// Skips a regex literal that begins here and says whether there was one: after an operand, or without a second
    /// slash on its line, a slash is an operator.
    private mutating func readRegex() -> Bool {
        if let last = tokens.last, last.kind == .word || last.kind == .literal || last.text == ")" || last.text == "]" {
            return false
        }
        var end = position + 1
        guard end < bytes.count, bytes[end] != UInt8(ascii: " ") else { return false }
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "/") {
            end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard end < bytes.count, bytes[end] == UInt8(ascii: "/") else { return false }
        position = end + 1
        return true
    }
}
