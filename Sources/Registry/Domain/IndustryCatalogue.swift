public import Facts
import FoundationEssentials
public import Kernel
public import Standards

/// The trades of GB/T 4754-2017 that this installation knows, and the reviewed mapping from trades in words to them
/// (`share/rules/industry-codes.json`).
public struct IndustryCatalogue: Sendable {
    /// A trade.
    public struct Trade: Decodable, Sendable, Equatable {
        /// Its code.
        public let code: IndustryCode
        /// Its name.
        public let name: Phrase
        /// How sure we are of code and name.
        public let certainty: Certainty
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

    /// The trades by code.
    public let trades: [Trade]
    /// The mapping.
    public let wordings: [Wording]
    private let byCode: [IndustryCode: Trade]
    private let byWords: [String: Wording]

    private struct File: Decodable {
        let trades: [Trade]
        let words: [Wording]
    }

    /// A wording whose trade is in no row.
    struct UnknownTrade: Error {
        let code: String
    }

    /// The catalogue of a resource file. Throws what the decoder found, or which trade is missing.
    public init(json: [UInt8]) throws {
        let file = try JSONDecoder().decode(File.self, from: Data(json))
        self.init(trades: file.trades, wordings: file.words)
        for wording in file.words where byCode[wording.code] == nil {
            throw UnknownTrade(code: wording.code.text)
        }
    }

    private init(trades: [Trade], wordings: [Wording]) {
        self.trades = trades.sorted { $0.code < $1.code }
        self.wordings = wordings
        byCode = Dictionary(trades.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        byWords = Dictionary(wordings.map { ($0.words, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// A catalogue of nothing.
    static let none = IndustryCatalogue(trades: [], wordings: [])

    /// A trade by its code.
    public func trade(_ code: IndustryCode) -> Trade? { byCode[code] }

    /// The name of a trade.
    public func name(of code: IndustryCode) -> Phrase? { byCode[code]?.name }

    /// What words in a register mean; nil when nobody has reviewed them.
    public func wording(_ words: String) -> Wording? { byWords[words] }

    /// The words that mean a trade whose code begins so.
    func words(meaning beginning: String) -> [String] {
        wordings.filter { $0.code.text.hasPrefix(beginning) }.map(\.words)
    }
}
