import Facts
import HJ212
import Kernel
import Web

/// What could not be filed: entries by reason, device, address and day, the last received first.
struct QuarantinePage: ListPage {
    static let template = "Monitoring/QuarantinePage"
    /// Addresses shown at most. Design value.
    static let addressesMax = 10

    let entries: [QuarantineEntry]
    let counts: [(reason: String, entries: Int, times: Int)]
    /// Where frames with a wrong CRC came from, most of them first.
    let addresses: [(address: String, entries: Int, times: Int)]
    let filter: QuarantineFilter
    /// What lies there in all; nil for whoever does not see all of it.
    let total: QuarantineStore.Load?
    /// What re-processing came to just now.
    let outcome: QuarantineReprocessed?
    /// Whether the visitor may process entries again.
    let mayReprocess: Bool
    /// The address of the next page; nil on the last.
    let next: String?

    struct Content: Encodable, Sendable {
        let entries: [Entry]
        let counts: [Count]
        let checksumFailures: [Failing]
        let entryCount: Int?
        let bytes: Int?
        let entriesMax: Int
        let bytesMax: Int
        let reprocessed: QuarantineReprocessed?
        let next: String?

        struct Entry: Encodable, Sendable {
            let sha256: String
            let reason: String
            let device: String?
            let address: String
            let remote: String
            let firstReceivedAt: String
            let lastReceivedAt: String
            let times: Int
            let bytes: Int
        }

        struct Failing: Encodable, Sendable {
            let address: String
            let entries: Int
            let times: Int
        }

        struct Count: Encodable, Sendable {
            let reason: String
            let entries: Int
            let times: Int
        }
    }

    func title(_ language: Language) -> String { Phrase("隔离区", "Quarantine")(language) }

    var content: Content {
        Content(
            entries: entries.map { Content.Entry($0) },
            counts: counts.map { Content.Count(reason: $0.reason, entries: $0.entries, times: $0.times) },
            checksumFailures: addresses.map {
                Content.Failing(address: $0.address, entries: $0.entries, times: $0.times)
            },
            entryCount: total?.entries, bytes: total?.bytes, entriesMax: QuarantineBounds.design.entriesMax,
            bytesMax: QuarantineBounds.design.bytesMax, reprocessed: outcome, next: next)
    }

    func view(_ language: Language) -> [String: Any] {
        let bounds = QuarantineBounds.design
        return [
            "isWhole": total != nil,
            "total": [
                "entries": FigureText.grouped(total?.entries ?? 0),
                "entriesMax": FigureText.grouped(bounds.entriesMax),
                "kilobytes": FigureText.grouped((total?.bytes ?? 0) / 1_000),
                "kilobytesMax": FigureText.grouped(bounds.bytesMax / 1_000),
            ],
            "outcome": outcome.map { Self.view($0) } ?? false,
            "reasons": reasons(language),
            "device": filter.device ?? "",
            "address": filter.address ?? "",
            "from": filter.from?.description ?? "",
            "to": filter.to?.description ?? "",
            "hasCounts": !counts.isEmpty,
            "counts": counts.map { count -> [String: Any] in
                let words = QuarantineWords.of(count.reason)
                return [
                    "code": count.reason, "what": words.what(language), "remedy": words.remedy(language),
                    "entries": FigureText.grouped(count.entries), "times": FigureText.grouped(count.times),
                    "link": "/quarantine?reason=\(count.reason)",
                ]
            },
            "hasAddresses": !addresses.isEmpty,
            "addresses": addresses.map {
                [
                    "sender": $0.address, "entries": FigureText.grouped($0.entries),
                    "times": FigureText.grouped($0.times),
                ]
            },
            "mayReprocess": mayReprocess && !entries.isEmpty,
            "mayReprocessAll": mayReprocess && !entries.isEmpty && (filter.reason ?? filter.device) != nil,
            "chosenReason": filter.reason ?? "",
            "hasEntries": !entries.isEmpty,
            "entries": entries.enumerated().map { row($1, place: $0, language) },
            "hasNext": next != nil,
            "next": next ?? "",
        ]
    }

    func tables(_ language: Language) -> [ListTable] {
        let columns: [TableColumn<QuarantineEntry>] = [
            TableColumn(Phrase("首次收到", "First received")) { .moment($0.firstReceivedAt) },
            TableColumn(Phrase("最近收到", "Last received")) { .moment($0.lastReceivedAt) },
            TableColumn(Phrase("原因", "Reason")) { .text(QuarantineWords.of($0.reason).what(language)) },
            TableColumn(Phrase("原因代码", "Code of the reason")) { .text($0.reason) },
            TableColumn(Phrase("声称的 MN", "Device it claims")) { .text($0.device?.text) },
            TableColumn(Phrase("来源地址", "Address")) { .text($0.address) },
            TableColumn(Phrase("次数", "Times")) { .number($0.times) },
            TableColumn(Phrase("字节", "Bytes")) { .number($0.byteCount) },
            TableColumn(Phrase("SHA-256", "SHA-256")) { .text($0.digest.hex) },
        ]
        return [ListTable(Phrase("隔离区", "Quarantine"), entries, language, columns: columns)]
    }

    private func reasons(_ language: Language) -> [[String: Any]] {
        let known = QuarantineWords.all.map(\.code)
        let codes = known + Set(counts.map(\.reason) + [filter.reason].compactMap { $0 }).subtracting(known).sorted()
        return codes.map { code in
            ["code": code, "word": QuarantineWords.of(code).what(language), "isChosen": code == filter.reason]
        }
    }

    private func row(_ entry: QuarantineEntry, place: Int, _ language: Language) -> [String: Any] {
        [
            "sha256": entry.digest.hex,
            "short": String(entry.digest.hex.prefix(8)),
            "field": QuarantineForms.entryField(place + 1),
            "lastReceivedAt": entry.lastReceivedAt.civil.secondText,
            "what": QuarantineWords.of(entry.reason).what(language),
            "device": entry.device?.text ?? "–",
            "address": entry.address,
            "times": FigureText.grouped(entry.times),
            "bytes": FigureText.grouped(entry.byteCount),
            "mayReprocess": mayReprocess,
        ]
    }

    private static func view(_ outcome: QuarantineReprocessed) -> [String: Any] {
        [
            "selected": FigureText.grouped(outcome.selected), "stored": FigureText.grouped(outcome.stored),
            "repeated": FigureText.grouped(outcome.repeated), "remaining": FigureText.grouped(outcome.remaining),
        ]
    }
}

extension QuarantinePage.Content.Entry {
    init(_ entry: QuarantineEntry) {
        self.init(
            sha256: entry.digest.hex, reason: entry.reason, device: entry.device?.text, address: entry.address,
            remote: entry.remote, firstReceivedAt: entry.firstReceivedAt.civil.isoText,
            lastReceivedAt: entry.lastReceivedAt.civil.isoText, times: entry.times, bytes: entry.byteCount)
    }
}
