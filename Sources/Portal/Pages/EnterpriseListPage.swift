import Kernel
import Web

/// Enterprises in sight.
struct EnterpriseListPage: Page {
    static let template = "Portal/EnterpriseListPage"

    let enterprises: [EnterpriseCard]
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

    func view(_ language: Language) -> [String: Any] {
        [
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
