import HJ212

/// The JSON line of a frame or rejected stretch. Keys stand in a fixed order.
struct FrameLine {
    /// The object and its line end.
    let text: String

    init(_ event: ScanEvent) {
        switch event {
        case .accepted(let frame):
            text = Self.text(frame.offset, frame.bytes, reason: nil, frame.crc, frame)
        case .quarantined(let stretch):
            text = Self.text(stretch.offset, stretch.bytes, reason: stretch.reason, stretch.crc, stretch.reading)
        }
    }

    private static func text(
        _ offset: Int, _ bytes: [UInt8], reason: RejectionReason?, _ crc: CRCVariant, _ reading: Frame?
    ) -> String {
        let members = [
            ("offset", String(offset)),
            ("length", String(reading?.receivedLength ?? bytes.count)),
            ("verdict", JSONText.quoted(reason == nil ? "accepted" : "quarantined")),
            ("reason", reason.map { JSONText.quoted(String(describing: $0)) } ?? "null"),
            ("dialect", JSONText.quoted((reading?.dialect ?? .unknown).jsonName)),
            ("crc", JSONText.quoted(crc.rawValue)),
            ("deviations", JSONText.array((reading?.deviations ?? []).map { JSONText.quoted($0.rawValue) })),
            ("header", header(reading?.header.fields ?? [])),
            ("items", JSONText.array((reading?.items ?? []).map(item))),
        ]
        return JSONText.object(members) + "\n"
    }

    /// A name that came twice shows its first value, which is the one that counts.
    private static func header(_ fields: [Field]) -> String {
        var seen = Set<String>()
        return JSONText.object(
            fields.filter { seen.insert($0.name).inserted }.map { ($0.name, JSONText.quoted($0.value)) })
    }

    private static func item(_ item: Item) -> String {
        JSONText.object([("key", JSONText.quoted(item.key)), ("value", JSONText.quoted(item.value))])
    }
}
