import Kernel
import Web

/// One search box, what it found, and the sheets that the organisation took lately.
struct StandingPage: Page {
    static let template = "Registry/StandingPage"

    let asker: StandingAsker
    let text: String?
    let hits: [StandingSheet.Firm]
    let isShort: Bool
    let hasMore: Bool
    let own: [StandingSheet]
    let words: RegisterWords
    let refusal: Problem?

    static let fields = [
        FormField(name: "enterprise", label: Phrase("企业编号", "Enterprise"), kind: .text(max: 32), required: true),
        FormField(
            name: "purpose", label: Phrase("用途", "Purpose"), kind: .choice(StandingPurpose.allCases.map(\.rawValue)),
            required: true,
            optionLabels: Dictionary(
                uniqueKeysWithValues: StandingPurpose.allCases.map { ($0.rawValue, $0.phrase) })),
    ]

    struct Content: Encodable, Sendable {
        let organisation: String
        let enterprises: [Enterprise]
        let hasMore: Bool
        let sheets: [Sheet]

        struct Enterprise: Encodable, Sendable {
            let enterprise: String
            let name: String
            let creditCode: String?
            let region: String
        }

        struct Sheet: Encodable, Sendable {
            let number: String
            let enterprise: String
            let enterpriseName: String
            let purpose: String
            let toldAt: String
        }
    }

    func title(_ language: Language) -> String { Phrase("企业信息查询", "How an enterprise stands")(language) }

    var content: Content {
        Content(
            organisation: asker.name,
            enterprises: hits.map {
                Content.Enterprise(
                    enterprise: $0.enterprise.text, name: $0.name, creditCode: $0.creditCode, region: $0.region.text)
            }, hasMore: hasMore,
            sheets: own.map {
                Content.Sheet(
                    number: $0.number.text, enterprise: $0.firm.enterprise.text, enterpriseName: $0.firm.name,
                    purpose: $0.purpose.rawValue, toldAt: $0.at.civil.isoText)
            })
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "organisation": asker.name, "text": text ?? "", "isShort": isShort, "hasMore": hasMore,
            "hasHits": !hits.isEmpty, "isEmpty": text != nil && !isShort && hits.isEmpty,
            "isRefused": refusal != nil,
            "problem": refusal.map {
                [$0.what, $0.remedy].map { $0(language) }.joined(separator: language == .chinese ? "：" : ": ")
            } ?? "",
            "purposes": StandingPurpose.allCases.map { ["code": $0.rawValue, "word": $0.phrase(language)] },
            "hits": hits.map { hit -> [String: Any] in
                [
                    "enterprise": hit.enterprise.text, "name": hit.name, "creditCode": hit.creditCode ?? "",
                    "hasCode": hit.creditCode != nil, "region": words.room.regions.name(of: hit.region)(language),
                ]
            },
            "hasOwn": !own.isEmpty,
            "own": own.map { sheet in
                [
                    "number": sheet.number.text, "name": sheet.firm.name, "purpose": sheet.purpose.phrase(language),
                    "at": sheet.at.civil.minuteText,
                ]
            },
        ]
    }
}
