import HJ212
import Kernel
import Web

/// One entry of the quarantine: its bytes, why they were set aside, what helps, and what they would say if believed.
struct QuarantineEntryPage: Page {
    static let template = "Monitoring/QuarantineEntryPage"

    let entry: QuarantineEntry
    let bytes: [UInt8]
    /// The outlet whose device the bytes claim to come from, when it is registered and in sight.
    let outlet: OutletSummary?
    /// The foreign check the device may use.
    let accepted: CRCVariant?
    /// The outlet where the device's password and key are entered, when that would help and the visitor may.
    let secretsOutlet: OutletID?
    /// Whether the visitor may process it again and settle the device's check.
    let isAdministrator: Bool
    let refused: RefusedForm?
    private let reading: QuarantineReading

    init(
        entry: QuarantineEntry, bytes: [UInt8], outlet: OutletSummary?, accepted: CRCVariant?, secretsOutlet: OutletID?,
        isAdministrator: Bool, refused: RefusedForm?
    ) {
        self.entry = entry
        self.bytes = bytes
        self.outlet = outlet
        self.accepted = accepted
        self.secretsOutlet = Self.reasonsOfSecrets.contains(entry.reason) ? secretsOutlet : nil
        self.isAdministrator = isAdministrator
        self.refused = refused
        reading = QuarantineReading(bytes)
    }

    /// Reasons that a registered password or key would mend.
    private static let reasonsOfSecrets: Set = ["encrypted-unknown-key", "wrong-password"]

    struct Content: Encodable, Sendable {
        let entry: QuarantinePage.Content.Entry
        let what: Phrase
        let remedy: Phrase
        let particulars: Phrase?
        let outlet: String?
        let secrets: String?
        let acceptedCRC: String
        let lines: [Line]
        let reading: Reading?

        struct Line: Encodable, Sendable {
            let offset: String
            let hex: String
            let text: String
        }

        struct Reading: Encodable, Sendable {
            let dialect: String
            let crc: String
            let deviations: [String]
            let header: [Pair]
            let items: [Pair]
        }

        struct Pair: Encodable, Sendable {
            let key: String
            let value: String
        }
    }

    func title(_ language: Language) -> String {
        Phrase("隔离条目 \(entry.digest.hex.prefix(8))", "Set aside \(entry.digest.hex.prefix(8))")(language)
    }

    var content: Content {
        let words = QuarantineWords.of(entry.reason)
        return Content(
            entry: QuarantinePage.Content.Entry(entry), what: words.what, remedy: words.remedy,
            particulars: reading.doubt.map { QuarantineWords.particulars(of: $0) }, outlet: outlet?.outlet.text,
            secrets: secretsOutlet.map { "/outlets/\($0)/device/secrets" },
            acceptedCRC: (accepted ?? .hj212).rawValue,
            lines: ByteLine.lines(of: bytes).map {
                Content.Line(offset: $0.offset, hex: $0.hex, text: $0.text)
            },
            reading: reading.frame.map { frame in
                Content.Reading(
                    dialect: frame.dialect.jsonName, crc: frame.crc.rawValue,
                    deviations: frame.deviations.map(\.rawValue),
                    header: Self.pairs(frame.header.fields.map { ($0.name, $0.value) }),
                    items: Self.pairs(frame.items.map { ($0.key, $0.value) }))
            })
    }

    func view(_ language: Language) -> [String: Any] {
        let words = QuarantineWords.of(entry.reason)
        return [
            "sha256": entry.digest.hex,
            "reason": entry.reason,
            "what": words.what(language),
            "remedy": words.remedy(language),
            "particulars": reading.doubt.map { QuarantineWords.particulars(of: $0)(language) } ?? false,
            "device": entry.device?.text ?? "–",
            "outlet": outlet.map { ["id": $0.outlet.text, "title": "\($0.enterpriseName) \($0.title)"] } ?? false,
            "secrets": secretsOutlet.map { "/outlets/\($0)/device/secrets" } ?? false,
            "isRegistration": entry.reason == FrameFiling.Refusal.noDevice.rawValue,
            "address": entry.address,
            "remote": entry.remote,
            "firstReceivedAt": entry.firstReceivedAt.civil.secondText,
            "lastReceivedAt": entry.lastReceivedAt.civil.secondText,
            "times": FigureText.grouped(entry.times),
            "bytes": FigureText.grouped(bytes.count),
            "isAdministrator": isAdministrator,
            "lines": ByteLine.lines(of: bytes).map { ["offset": $0.offset, "hex": $0.hex, "text": $0.text] },
            "reading": content.reading.map { Self.view($0) } ?? false,
            "checkForm": checkForm(language) ?? false,
        ]
    }

    /// The form is offered where it would help, and where it has been used.
    private func checkForm(_ language: Language) -> [String: Any]? {
        guard isAdministrator, entry.device != nil, accepted != nil || reading.foreignCRC != nil else { return nil }
        return FormView.view(
            language, action: "/quarantine/\(entry.digest.hex)/check", fields: QuarantineForms.check,
            submit: Phrase("保存", "Save"), values: ["crc": (accepted ?? .hj212).rawValue], refused: refused)
    }

    private static func view(_ reading: Content.Reading) -> [String: Any] {
        func rows(_ pairs: [Content.Pair]) -> [[String: Any]] {
            pairs.map { ["key": $0.key.isEmpty ? "–" : $0.key, "value": $0.value.isEmpty ? "–" : $0.value] }
        }
        return [
            "dialect": reading.dialect, "crc": reading.crc, "hasDeviations": !reading.deviations.isEmpty,
            "deviations": reading.deviations.joined(separator: ", "), "header": rows(reading.header),
            "items": rows(reading.items),
        ]
    }

    private static func pairs(_ fields: [(String, String)]) -> [Content.Pair] {
        fields.map { name, value in
            let isSecret = ["PW", "SK"].contains { name.uppercased().contains($0) }
            return Content.Pair(key: name, value: isSecret ? "******" : value)
        }
    }
}
