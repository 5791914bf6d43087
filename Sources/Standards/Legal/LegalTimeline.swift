public import Facts
import FoundationEssentials
public import Kernel

/// From when until when the texts were in force that rules and documents cite, and that officers may name
/// (`share/rules/legal-timeline.json`).
public struct LegalTimeline: Sendable {
    /// Every text. Versions of one law that were in force after each other are texts of the same name.
    public let texts: [Text]
    /// The texts by every word they are named with.
    let named: [String: [Text]]
    /// These words, the longest first, so that 海洋环境保护法 is not read as 环境保护法.
    let names: [[Character]]

    /// One text.
    public struct Text: Decodable, Hashable, Sendable {
        /// What it is called here, for example `mark-rules`.
        public let code: String
        /// Its name.
        public let name: Phrase
        /// How rules and documents cite it in Chinese; the first word that occurs tells it.
        public let cited: [String]
        /// The first day in force.
        public let from: CivilDate
        /// The last day in force; nil while it is.
        public let to: CivilDate?
        /// How many articles it has; nil where that is not known.
        public let articles: Int?
        /// How sure we are of its days.
        public let certainty: Certainty
        /// Where the days are from.
        public let source: String
        /// What our figures rest on once it ended; nil where nothing of it is used on.
        public let afterwards: Phrase?

        private let isLaw: Bool?

        /// Whether it is made of articles that an act may violate: a law, a regulation or a rule, not a standard.
        public var hasArticles: Bool { isLaw ?? false }

        /// Whether it was in force on a day.
        public func holds(on day: CivilDate) -> Bool { from <= day && to.map { day <= $0 } ?? true }

        /// Plainly that it was not in force on a day.
        public func absence(on day: CivilDate) -> Phrase {
            let rest = to.map { $0 < day } == true ? afterwards : nil
            let end = to.map { Phrase("至 \($0)", " to \($0)") } ?? Phrase("起", " on")
            return Phrase(
                "\(name.zh)自 \(from)\(end.zh)施行，\(day) 不在施行期内，不作依据\(rest.map { "；\($0.zh)" } ?? "")",
                "\(name.en): in force from \(from)\(end.en), not on \(day): it is no basis there"
                    + (rest.map { "; \($0.en)" } ?? ""))
        }

        /// The words that name it: how it is cited, without the marks of a title, and its names, in Chinese also
        /// without what stands behind them in brackets.
        fileprivate var words: Set<String> {
            let bare = name.zh.prefix { $0 != "（" }
            return Set(cited.map { $0.filter { !"《》".contains($0) } } + [String(bare), name.zh, name.en])
        }
    }

    private struct File: Decodable {
        let texts: [Text]
    }

    /// The texts of the resource file. Throws what the decoder found, with its place in the file.
    public init(json: [UInt8]) throws {
        texts = try JSONDecoder().decode(File.self, from: Data(json)).texts
        named = texts.reduce(into: [:]) { named, text in
            for word in text.words { named[word, default: []].append(text) }
        }
        names = named.keys.sorted { ($0.count, $0) > ($1.count, $1) }.map(Array.init)
    }

    /// The text of a code; nil when the file has none.
    public func text(_ code: String) -> Text? { texts.first { $0.code == code } }

    /// The texts that a basis cites.
    public func cited(in basis: Phrase) -> [Text] {
        texts.filter { text in text.cited.contains { basis.zh.contains($0) } }
    }

    /// The cited texts that were not in force on the day of an event.
    public func notInForce(on day: CivilDate, citedIn basis: Phrase) -> [Text] {
        cited(in: basis).filter { !$0.holds(on: day) }
    }
}
