import Facts
import Kernel
import Web

/// One fact of the journal that figures of the board rest on: when, by whom, about what, and what it says.
struct FactPage: Page {
    static let template = "Governance/FactPage"

    let entry: JournalEntry
    /// What facts of this kind are called.
    let name: Phrase
    /// Who told it; nil for the platform itself.
    let author: String?
    /// The page of what it is about; nil where there is none.
    let address: String?
    /// What it says; nil where the reader may know only that it is.
    let fields: FactFields?
    /// What codes of people in it are called.
    let people: [String: String]

    struct Content: Encodable, Sendable {
        let fact: Int64
        let kind: String
        let name: Phrase
        let about: String?
        /// Nil for the platform itself.
        let author: String?
        let happenedAt: String
        let recordedAt: String
        let commitment: String
        /// Whether what it says is kept from this reader.
        let isWithheld: Bool
        let fields: [Field]

        struct Field: Encodable, Sendable {
            let field: String
            let value: String
        }
    }

    func title(_ language: Language) -> String {
        Phrase("事实 \(entry.sequence)：\(name.zh)", "Fact \(entry.sequence): \(name.en)")(language)
    }

    var content: Content {
        Content(
            fact: entry.sequence, kind: entry.kind, name: name, about: fields == nil ? nil : entry.subject.reference,
            author: author, happenedAt: entry.occurredAt.civil.isoText, recordedAt: entry.recordedAt.civil.isoText,
            commitment: entry.commitment.hex, isWithheld: fields == nil,
            fields: (fields?.all ?? []).map { .init(field: $0.name, value: $0.value) })
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "kind": entry.kind, "author": author ?? Phrase("平台", "the platform")(language),
            "happenedAt": entry.occurredAt.civil.minuteText,
            "recordedAt": entry.recordedAt.civil.minuteText, "commitment": entry.commitment.hex,
            "isWithheld": fields == nil, "hasAddress": address != nil, "address": address ?? "",
            "reference": entry.subject.reference ?? "–",
            "fields": (fields?.all ?? []).map { field in
                [
                    "field": FactWords.name(of: field.name)(language),
                    "value": people[field.value] ?? FactWords.value(field.value, of: field.name)(language),
                ]
            },
        ]
    }

    /// The page of what a fact says something about, by the fields that name it.
    static func address(of fields: FactFields) -> String? {
        if let policy = fields["policy"] {
            for (field, place) in [("task", "tasks"), ("project", "projects"), ("reform", "reforms")] {
                if let number = fields[field] { return "/policy/\(policy)/\(place)/\(number)" }
            }
            return "/policy/tasks?document=\(policy)"
        }
        if let indicator = fields["indicator"] { return "/policy/indicators/\(indicator)" }
        if let directive = fields["directive"] { return "/governance/directives/\(directive)" }
        if let fund = fields["fund"] { return "/governance/funds/\(fund)" }
        return nil
    }
}
