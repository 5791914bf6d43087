import HJ212
import Kernel
import Web

/// One frame as evidence: its bytes as received (password hidden) and what they say.
struct FramePage: Page {
    static let template = "Monitoring/FramePage"

    let outlet: OutletSummary
    let digest: Digest256
    let frame: Frame
    let receivedAt: Instant

    struct Content: Encodable, Sendable {
        let sha256: String
        let receivedAt: String
        let dialect: String
        let deviations: [String]
        let text: String
        let items: [Item]

        struct Item: Encodable, Sendable {
            let key: String
            let value: String
        }
    }

    func title(_ language: Language) -> String {
        Phrase("报文 \(digest.hex.prefix(8))", "Frame \(digest.hex.prefix(8))")(language)
    }

    var content: Content {
        Content(
            sha256: digest.hex, receivedAt: receivedAt.civil.isoText, dialect: frame.dialect.jsonName,
            deviations: frame.deviations.map(\.rawValue), text: shownText,
            items: frame.items.map { Content.Item(key: $0.key, value: $0.value) })
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "outlet": outlet.outlet.text,
            "outletTitle": outlet.title,
            "enterpriseName": outlet.enterpriseName,
            "digest": digest.hex,
            "receivedAt": receivedAt.civil.secondText,
            "dialect": frame.dialect.jsonName,
            "deviations": frame.deviations.map(\.rawValue).joined(separator: ", "),
            "hasDeviations": !frame.deviations.isEmpty,
            "text": shownText,
            "items": frame.items.map { ["key": $0.key, "value": $0.value] },
        ]
    }

    /// The frame as text, with the device's password covered: a page is no place to learn it.
    private var shownText: String {
        frame.header.fields.filter { $0.name.contains("PW") }
            .reduce(String(decoding: frame.bytes, as: UTF8.self)) { text, field in
                text.replacing("\(field.name)=\(field.value)", with: "\(field.name)=******")
            }
    }
}
