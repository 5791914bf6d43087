import Kernel
import Web

/// Everything the journal tells of an enterprise, newest first, by all rooms.
struct TimelinePage: ListPage {
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
            /// The part of the work that it belongs to.
            let room: Phrase
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
                    fact: $0.sequence, kind: kinds[$0.sequence] ?? "",
                    room: Phrase($0.tagWord(.chinese), $0.tagWord(.english)), at: $0.at.civil.isoText,
                    author: authors[$0.sequence] ?? "", sentence: $0.sentence)
            }, next: next)
    }

    func tables(_ language: Language) -> [ListTable] {
        let (kinds, authors) = (kinds, authors)
        let columns: [TableColumn<FeedItem>] = [
            TableColumn(Phrase("事实编号", "Fact")) { .number($0.sequence) },
            TableColumn(Phrase("时间", "Time")) { .moment($0.at) },
            TableColumn(Phrase("类别", "Room")) { .text($0.tagWord(language)) },
            TableColumn(Phrase("事项", "What")) { .text($0.sentence(language)) },
            TableColumn(Phrase("记录人", "By")) { .text(authors[$0.sequence].map { TimelineWords.author($0)(language) }) },
            TableColumn(Phrase("事实种类", "Kind of fact")) {
                .text(kinds[$0.sequence].map { TimelineWords.namesOfKinds[$0]?(language) ?? $0 })
            },
        ]
        return [ListTable(Phrase("大事记", "Timeline"), items, language, columns: columns)]
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
                    "author": TimelineWords.author(authors[item.sequence] ?? "")(language),
                ]) { own, _ in own }
            },
            "hasNext": next != nil, "next": next ?? "",
        ]
    }
}
