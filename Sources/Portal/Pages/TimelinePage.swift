import Kernel
import Web

/// Everything the journal tells of an enterprise, newest first, by all rooms.
struct TimelinePage: Page {
    static let template = "Portal/TimelinePage"

    let enterprise: EnterpriseCard
    /// The room that it is narrowed to.
    let room: String?
    let items: [FeedItem]
    /// The kind of each fact, by its number.
    let kinds: [Int64: String]
    /// Who wrote it.
    let authors: [Int64: String]
    let next: String?

    struct Content: Encodable, Sendable {
        let enterprise: String
        let facts: [Line]
        let next: String?

        struct Line: Encodable, Sendable {
            let fact: Int64
            let kind: String
            let at: String
            let author: String
            let sentence: Phrase
        }
    }

    func title(_ language: Language) -> String {
        Phrase("\(enterprise.name) 大事记", "\(enterprise.name): timeline")(language)
    }

    var content: Content {
        Content(
            enterprise: enterprise.id.text,
            facts: items.map {
                Content.Line(
                    fact: $0.sequence, kind: kinds[$0.sequence] ?? "", at: $0.at.civil.isoText,
                    author: authors[$0.sequence] ?? "", sentence: $0.sentence)
            }, next: next)
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "enterprise": enterprise.id.text,
            "rooms": TimelineWords.rooms.map {
                ["code": $0.code, "word": $0.phrase(language), "isChosen": $0.code == room]
            },
            "hasItems": !items.isEmpty,
            "items": items.map { item in
                item.view(language).merging([
                    "fact": String(item.sequence), "kind": kinds[item.sequence] ?? "",
                    "author": authors[item.sequence] ?? "",
                ]) { own, _ in own }
            },
            "hasNext": next != nil, "next": next ?? "",
        ]
    }
}
