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
    /// The edition that the device's frames together show.
    let deviceDialect: Dialect

    struct Content: Encodable, Sendable {
        let sha256: String
        let receivedAt: String
        /// The edition of the device.
        let dialect: String
        /// The edition that this frame alone shows.
        let frameDialect: String
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
            sha256: digest.hex, receivedAt: receivedAt.civil.isoText, dialect: deviceDialect.jsonName,
            frameDialect: frame.dialect.jsonName, deviations: frame.deviations.map(\.rawValue), text: shownText,
            items: items.map { Content.Item(key: $0.key, value: $0.value) })
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "outlet": outlet.outlet.text,
            "outletTitle": outlet.title,
            "enterpriseName": outlet.enterpriseName,
            "digest": digest.hex,
            "receivedAt": receivedAt.civil.secondText,
            "dialect": deviceDialect.jsonName,
            "frameDialect": frame.dialect.jsonName,
            "deviations": frame.deviations.map(\.rawValue).joined(separator: ", "),
            "hasDeviations": !frame.deviations.isEmpty,
            "text": shownText,
            "isGBK": frame.deviations.contains(.gbkText),
            "items": items.map { ["key": $0.key, "value": $0.value] },
        ]
    }

    private var items: [Item] { frame.items(readingGBK: GBKDecoding.text) }

    /// The frame as text, with the device's password covered: a page is no place to learn it.
    private var shownText: String {
        frame.header.fields.filter { $0.name.contains("PW") }
            .reduce(readableText) { text, field in
                text.replacing("\(field.name)=\(field.value)", with: "\(field.name)=******")
            }
    }

    /// GBK is a text in which ASCII stands for itself, so the whole frame is read by it.
    private var readableText: String {
        let isGBK = frame.deviations.contains(.gbkText)
        return (isGBK ? GBKDecoding.text(of: frame.bytes) : nil) ?? String(decoding: frame.bytes, as: UTF8.self)
    }
}
