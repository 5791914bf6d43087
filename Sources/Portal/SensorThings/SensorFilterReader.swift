import Kernel

/// Reads a `$filter`. The text is short (`Visit.query` bounds it) and nesting is bounded here, so that no filter costs
/// more than it says.
struct SensorFilterReader {
    /// How deep parentheses and `not` may nest.
    static let depthMax = 8
    private var tokens: [Token]
    private var place = 0

    /// What cannot be read, and where.
    struct Fault: Error, Equatable {
        /// The token at which reading stopped; empty at the end.
        let at: String
    }

    enum Token: Equatable {
        case word(String)
        case quoted(String)
        case open
        case close
        case comma

        var text: String {
            switch self {
            case .word(let text): text
            case .quoted(let text): "'\(text)'"
            case .open: "("
            case .close: ")"
            case .comma: ","
            }
        }
    }

    static func read(_ text: String) throws(Fault) -> SensorFilter {
        var reader = SensorFilterReader(tokens: try tokens(of: text))
        let filter = try reader.alternatives(depth: 0)
        guard reader.place == reader.tokens.count else { throw reader.fault }
        return filter
    }

    private init(tokens: [Token]) { self.tokens = tokens }

    private static func tokens(of text: String) throws(Fault) -> [Token] {
        var tokens: [Token] = []
        var rest = Substring(text)
        while let first = rest.first {
            switch first {
            case " ": rest.removeFirst()
            case "(", ")", ",":
                tokens.append(first == "(" ? .open : first == ")" ? .close : .comma)
                rest.removeFirst()
            case "'":
                guard let (quoted, behind) = quotation(rest) else { throw Fault(at: String(rest.prefix(20))) }
                tokens.append(.quoted(quoted))
                rest = behind
            default:
                let word = rest.prefix { !" (),'".contains($0) }
                tokens.append(.word(String(word)))
                rest = rest.dropFirst(word.count)
            }
        }
        return tokens
    }

    /// A text in quotes, in which two quotes stand for one, and what follows it.
    private static func quotation(_ text: Substring) -> (String, Substring)? {
        var (rest, quoted) = (text.dropFirst(), "")
        while let end = rest.firstIndex(of: "'") {
            quoted += rest[..<end]
            rest = rest[rest.index(after: end)...]
            guard rest.first == "'" else { return (quoted, rest) }
            quoted += "'"
            rest = rest.dropFirst()
        }
        return nil
    }

    private var fault: Fault { Fault(at: place < tokens.count ? tokens[place].text : "") }

    private mutating func take(_ token: Token) -> Bool {
        guard place < tokens.count, tokens[place] == token else { return false }
        place += 1
        return true
    }

    private mutating func expect(_ token: Token) throws(Fault) {
        guard take(token) else { throw fault }
    }

    private mutating func alternatives(depth: Int) throws(Fault) -> SensorFilter {
        var filter = try conjunction(depth: depth)
        while take(.word("or")) { filter = .or(filter, try conjunction(depth: depth)) }
        return filter
    }

    private mutating func conjunction(depth: Int) throws(Fault) -> SensorFilter {
        var filter = try term(depth: depth)
        while take(.word("and")) { filter = .and(filter, try term(depth: depth)) }
        return filter
    }

    private mutating func term(depth: Int) throws(Fault) -> SensorFilter {
        guard depth < Self.depthMax else { throw fault }
        if take(.word("not")) { return .not(try term(depth: depth + 1)) }
        if take(.open) {
            let inner = try alternatives(depth: depth + 1)
            try expect(.close)
            return inner
        }
        guard case .word(let name)? = place < tokens.count ? tokens[place] : nil else { throw fault }
        place += 1
        if let function = SensorFilter.Function(rawValue: name) { return try call(function) }
        guard case .word(let sign)? = place < tokens.count ? tokens[place] : nil,
            let relation = SensorFilter.Operator(rawValue: sign)
        else { throw fault }
        place += 1
        return .compare(field: name, relation, try literal())
    }

    private mutating func call(_ function: SensorFilter.Function) throws(Fault) -> SensorFilter {
        try expect(.open)
        let first = try argument()
        try expect(.comma)
        let second = try argument()
        try expect(.close)
        switch (function, first, second) {
        case (.substringof, .quoted(let text), .word(let field)): return .text(function, field: field, text)
        case (.startswith, .word(let field), .quoted(let text)), (.endswith, .word(let field), .quoted(let text)):
            return .text(function, field: field, text)
        default: throw fault
        }
    }

    private mutating func argument() throws(Fault) -> Token {
        guard place < tokens.count else { throw fault }
        switch tokens[place] {
        case .word, .quoted:
            place += 1
            return tokens[place - 1]
        case .open, .close, .comma: throw fault
        }
    }

    private mutating func literal() throws(Fault) -> SensorLiteral {
        guard place < tokens.count else { throw fault }
        switch tokens[place] {
        case .quoted(let text):
            place += 1
            return SensorTime.read(text).map { .time($0) } ?? .text(text)
        case .word(let word):
            guard
                let value = SensorTime.read(word).map({ SensorLiteral.time($0) })
                    ?? DecimalNumber(word).map({ .number($0) })
            else { throw fault }
            place += 1
            return value
        case .open, .close, .comma: throw fault
        }
    }
}
