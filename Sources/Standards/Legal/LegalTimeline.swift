public import Facts
import FoundationEssentials
public import Kernel

/// From when until when the texts were in force that rules and documents cite (`share/rules/legal-timeline.json`).
public struct LegalTimeline: Sendable {
    /// Every text.
    public let texts: [Text]

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
        /// How sure we are of these days.
        public let certainty: Certainty
        /// Where the days are from.
        public let source: String
        /// What our figures rest on once it ended; nil where nothing of it is used on.
        public let afterwards: Phrase?

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
    }

    private struct File: Decodable {
        let texts: [Text]
    }

    /// The texts of the resource file. Throws what the decoder found, with its place in the file.
    public init(json: [UInt8]) throws {
        texts = try JSONDecoder().decode(File.self, from: Data(json)).texts
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
