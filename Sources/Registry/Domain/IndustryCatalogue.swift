public import Facts
import FoundationEssentials
public import Kernel
public import Standards

/// The trades of GB/T 4754-2017 (`share/rules/industry-codes.csv`), with the English names that we have and the
/// reviewed mapping from trades in words to them (`share/rules/industry-words.json`).
public struct IndustryCatalogue: Sendable {
    /// A trade: a division of two digits, a group of three or a class of four.
    public struct Trade: Sendable, Equatable {
        /// Its code.
        public let code: IndustryCode
        /// Its name; the Chinese one in English too, where we have no other.
        public let name: Phrase
    }

    /// Words that stand in registers, and the trade they mean.
    public struct Wording: Decodable, Sendable, Equatable {
        /// The words.
        public let words: String
        /// The trade.
        public let code: IndustryCode
        /// How sure we are of it.
        public let certainty: Certainty
    }

    /// The trades in the order of their codes.
    public let trades: [Trade]
    /// How sure we are of codes and names.
    public let certainty: Certainty
    /// The mapping.
    public let wordings: [Wording]
    private let byCode: [IndustryCode: Trade]
    /// By name; of a group and its only class, which are called the same, the class.
    private let byName: [String: IndustryCode]
    private let byWords: [String: Wording]

    private struct File: Decodable {
        struct Note: Decodable {
            let certainty: Certainty
        }

        let tableNote: Note
        let english: [String: String]
        let words: [Wording]
    }

    /// A line that is no trade, or a code that is in no line.
    struct UnknownTrade: Error {
        let code: String
    }

    /// The catalogue of two resource files: lines `code,name` behind a heading, and a JSON document. Throws what the
    /// decoder found, or which line or trade is wrong.
    ///
    /// The table is read as bytes: it is long, it is read at each start, and its names hold neither commas nor quotes.
    public init(table: [UInt8], words: [UInt8]) throws {
        let file = try JSONDecoder().decode(File.self, from: Data(words))
        var trades: [Trade] = []
        for line in table.split(separator: UInt8(ascii: "\n")).dropFirst() {
            let comma = line.firstIndex(of: UInt8(ascii: ",")) ?? line.endIndex
            let text = String(decoding: line[..<comma], as: UTF8.self)
            let name = String(decoding: line[comma...].dropFirst(), as: UTF8.self)
            guard let code = IndustryCode(text), !name.isEmpty else { throw UnknownTrade(code: text) }
            trades.append(Trade(code: code, name: Phrase(name, file.english[text] ?? name)))
        }
        self.init(trades: trades, certainty: file.tableNote.certainty, wordings: file.words)
        for code in file.words.map(\.code.text) + file.english.keys
        where IndustryCode(code).flatMap({ byCode[$0] }) == nil {
            throw UnknownTrade(code: code)
        }
    }

    private init(trades: [Trade], certainty: Certainty, wordings: [Wording]) {
        self.trades = trades
        self.certainty = certainty
        self.wordings = wordings
        byCode = Dictionary(trades.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        byName = Dictionary(
            trades.flatMap { trade in Set([trade.name.zh, trade.name.en]).map { ($0, trade.code) } },
            uniquingKeysWith: { $0.text.utf8.count < $1.text.utf8.count ? $1 : $0 })
        byWords = Dictionary(wordings.map { ($0.words, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// A catalogue of nothing.
    static let none = IndustryCatalogue(trades: [], certainty: .fromMemory, wordings: [])

    /// A trade by its code.
    public func trade(_ code: IndustryCode) -> Trade? { byCode[code] }

    /// The name of a trade.
    public func name(of code: IndustryCode) -> Phrase? { byCode[code]?.name }

    /// The trade that somebody means by a code, a code with its name behind it, or a name; nil when there is none.
    func code(in text: String) -> IndustryCode? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard digits.isEmpty else {
            let isAlone = digits.endIndex == text.endIndex || text[digits.endIndex] == " "
            return isAlone ? IndustryCode(String(digits)).flatMap { byCode[$0]?.code } : nil
        }
        return byName[text]
    }

    /// What words in a register mean; nil when nobody has reviewed them.
    public func wording(_ words: String) -> Wording? { byWords[words] }

    /// The words that mean a trade whose code begins so.
    func words(meaning beginning: String) -> [String] {
        wordings.filter { $0.code.text.hasPrefix(beginning) }.map(\.words)
    }
}
