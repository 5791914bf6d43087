import Kernel
import Web

/// Enterprises in sight.
struct EnterpriseListPage: ListPage {
    static let template = "Portal/EnterpriseListPage"

    let enterprises: [EnterpriseCard]
    let regions: [(code: RegionCode, name: Phrase)]
    let region: RegionCode?
    let next: String?

    struct Content: Encodable, Sendable {
        let enterprises: [Line]
        let next: String?

        struct Line: Encodable, Sendable {
            let enterprise: String
            let name: String
            let creditCode: String?
            let region: Phrase
        }
    }

    func title(_ language: Language) -> String { Phrase("企业", "Enterprises")(language) }

    var content: Content {
        Content(
            enterprises: enterprises.map { card in
                Content.Line(
                    enterprise: card.id.text, name: card.name, creditCode: card.creditCode, region: card.regionName)
            }, next: next)
    }

    func tables(_ language: Language) -> [ListTable] {
        let columns: [TableColumn<EnterpriseCard>] = [
            TableColumn(Phrase("企业编号", "Enterprise code")) { .text($0.id.text) },
            TableColumn(Phrase("企业名称", "Name")) { .text($0.name) },
            TableColumn(Phrase("统一社会信用代码", "Unified social credit code")) { .text($0.creditCode) },
            TableColumn(Phrase("属地", "Region")) { .text($0.regionName(language)) },
            TableColumn(Phrase("行业", "Industry")) { .text($0.industry) },
            TableColumn(Phrase("地址", "Address")) { .text($0.address) },
        ]
        return [ListTable(Phrase("企业", "Enterprises"), enterprises, language, columns: columns)]
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "regions": regions.map { region -> [String: Any] in
                ["code": region.code.text, "name": region.name(language), "isChosen": region.code == self.region]
            },
            "hasEnterprises": !enterprises.isEmpty,
            "hasNext": next != nil,
            "next": next ?? "",
            "enterprises": enterprises.map { card -> [String: Any] in
                [
                    "id": card.id.text, "name": card.name, "creditCode": card.creditCode ?? "–",
                    "region": card.regionName(language), "industry": card.industry,
                ]
            },
        ]
    }
}
