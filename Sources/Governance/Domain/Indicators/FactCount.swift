import FoundationEssentials
import Facts
import Kernel

/// A count over facts of the journal, declared as data: facts of one kind, of those only which have a text in a field.
struct FactCount: Codable, Sendable, Equatable {
    let kind: String
    /// A field of the payload that must hold `equals`; nil for all facts of the kind.
    let field: String?
    let equals: String?
    /// What is counted, as people call it.
    var words: Phrase?

    /// Whether a fact counts.
    func counts(_ entry: JournalEntry) -> Bool {
        guard entry.kind == kind else { return false }
        guard let field else { return true }
        // A payload that expired can no longer be counted by what it held.
        guard let payload = entry.payload, let fields = try? JSONDecoder().decode(Fields.self, from: Data(payload))
        else { return false }
        return fields.texts[field] == equals
    }

    /// The texts on the first level of a payload.
    private struct Fields: Decodable {
        let texts: [String: String]

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Name.self)
            texts = container.allKeys.reduce(into: [:]) { texts, key in
                texts[key.stringValue] = try? container.decode(String.self, forKey: key)
            }
        }

        private struct Name: CodingKey {
            let stringValue: String
            var intValue: Int? { nil }
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }
    }
}
