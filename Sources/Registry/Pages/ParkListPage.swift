import Kernel
import Web

/// The parks in sight.
struct ParkListPage: ListPage {
    static let template = "Registry/ParkListPage"

    let parks: [RegisterEntry]
    let filter: ParkFilter
    let scope: Scope
    let regions: Regions
    let words: RegisterWords
    let next: String?

    /// The filters of the address.
    static let query: [FormField] = [
        .filter("text", Phrase("名称、编号或地址", "Name, code or address"), .text(max: 80)),
        .filter("region", Phrase("属地", "Region"), .region),
    ]

    struct Content: Encodable, Sendable {
        let parks: [RegisterEntryPage.Content.Entry]
        let next: String?
    }

    func title(_ language: Language) -> String { Phrase("园区", "Parks")(language) }

    var content: Content { Content(parks: parks.map { .init($0) }, next: next) }

    func tables(_ language: Language) -> [ListTable] {
        let columns: [TableColumn<RegisterEntry>] = [
            TableColumn(Phrase("园区编号", "Park code")) { .text($0.code.text) },
            TableColumn(Phrase("名称", "Name")) { .text($0.name) },
            TableColumn(Phrase("属地", "Region")) { .text(regions.name(of: $0.region)(language)) },
            TableColumn(Phrase("地址", "Address")) { .text($0.values["address"]) },
        ]
        return [ListTable(Phrase("园区", "Parks"), parks, language, columns: columns)]
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "text": filter.text ?? "", "isNarrowed": filter != ParkFilter(),
            "regions": regions.all.filter { scope.allows(region: $0.code, enterprise: nil) }.map {
                region -> [String: Any] in
                ["code": region.code.text, "word": region.name(language), "isChosen": region.code == filter.region]
            },
            "hasParks": !parks.isEmpty,
            "parks": parks.map {
                [
                    "code": $0.code.text, "name": $0.name, "region": regions.name(of: $0.region)(language),
                    "address": $0.values["address"] ?? "–",
                ]
            },
            "hasNext": next != nil, "next": next ?? "",
        ]
    }
}
