/// A type, extension or function that a file declares, with the lines it covers.
struct Declaration {
    enum Kind: String {
        case type, `extension`, function
    }

    let kind: Kind
    let name: String
    let line: Int
    let lastLine: Int
    /// How many braces are open around it; 0 at the top of the file.
    let depth: Int
    let isPrivate: Bool

    var lineCount: Int { lastLine - line + 1 }

    private static let typeWords: Set = ["struct", "class", "enum", "actor", "protocol", "typealias"]
    private static let functionWords: Set = ["func", "init", "deinit", "subscript"]

    /// All declarations of a file, in order of appearance.
    static func all(in file: SourceFile) -> [Declaration] {
        let code = file.code
        var depth = 0
        var found: [Declaration] = []
        for index in code.indices {
            let token = code[index]
            if token.kind == .symbol {
                depth += token.text == "{" ? 1 : token.text == "}" ? -1 : 0
            } else if token.kind == .word, let declaration = read(at: index, in: code, depth: depth) {
                found.append(declaration)
            }
        }
        return found
    }

    private static func read(at index: Int, in code: [Token], depth: Int) -> Declaration? {
        let word = code[index].text
        guard let kind = kind(of: word), index + 1 < code.count else { return nil }
        let next = code[index + 1]
        let before = index > 0 ? code[index - 1] : nil
        if before?.text == "." || next.text == ":" { return nil }
        let name: String
        switch word {
        case "init", "deinit", "subscript":
            guard ["(", "?", "<", "{"].contains(next.text), !isCall(before) else { return nil }
            name = word
        case "func":
            name = next.text
        default:
            guard next.kind == .word, next.text != "func", next.text != "var", next.text != "let" else { return nil }
            name = qualifiedName(at: index + 1, in: code)
        }
        let last = lastLine(after: index, in: code, named: word)
        return Declaration(
            kind: kind, name: name, line: code[index].line, lastLine: last, depth: depth,
            isPrivate: isPrivate(at: index, in: code))
    }

    private static func kind(of word: String) -> Kind? {
        if typeWords.contains(word) { return .type }
        if functionWords.contains(word) { return .function }
        return word == "extension" ? .extension : nil
    }

    /// Whether `init` here is written as part of an expression, for instance after `=` or `(`.
    private static func isCall(_ before: Token?) -> Bool {
        ["=", "(", ",", "return", ":"].contains(before?.text)
    }

    /// `Frame`, or `Frame.Header` for an extension of a nested type.
    private static func qualifiedName(at start: Int, in code: [Token]) -> String {
        var name = code[start].text
        var index = start + 1
        while index + 1 < code.count, code[index].text == ".", code[index + 1].kind == .word {
            name += "." + code[index + 1].text
            index += 2
        }
        return name
    }

    private static func isPrivate(at index: Int, in code: [Token]) -> Bool {
        var before = index - 1
        while before >= 0, code[before].kind == .word, code[before].line == code[index].line {
            if code[before].text == "private" || code[before].text == "fileprivate" { return true }
            before -= 1
        }
        return false
    }

    /// The line of the closing brace, or the declaration's own line when it has no body.
    private static func lastLine(after start: Int, in code: [Token], named word: String) -> Int {
        if word == "typealias" { return code[start].line }
        var parentheses = 0
        var braces = 0
        for index in code.indices.dropFirst(start + 1) {
            let token = code[index]
            if token.kind == .word, braces == 0, parentheses == 0, beginsNextMember(token, after: code[index - 1]) {
                return code[index - 1].line
            }
            guard token.kind == .symbol else { continue }
            switch token.text {
            case "(": parentheses += 1
            case ")": parentheses -= 1
            case "{": braces += 1
            case "}":
                braces -= 1
                if parentheses <= 0 && braces <= 0 { return braces < 0 ? code[index - 1].line : token.line }
            default: break
            }
        }
        return code.last?.line ?? code[start].line
    }

    /// A protocol's requirement has no body: it ends where the next member begins.
    private static func beginsNextMember(_ token: Token, after previous: Token) -> Bool {
        let words: Set = ["func", "var", "let", "init", "static", "mutating", "public", "associatedtype", "subscript"]
        return token.line > previous.lastLine && words.contains(token.text)
    }
}
