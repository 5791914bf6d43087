/// One HJ 212 frame: its bytes as evidence, and what they say.
public struct Frame: Sendable, Equatable {
    /// Place of the first `#` in the stream.
    public let offset: Int
    /// The raw bytes from the first `#` to the last byte of the CRC, and the tail when the scanner awaited it.
    public let bytes: [UInt8]
    /// Edition whose manners the frame shows.
    public let dialect: Dialect
    /// The check that proves the frame.
    public let crc: CRCVariant
    /// Tolerated deviations from the standard, each once, in the order of their declaration.
    public let deviations: [Deviation]
    /// The fields before the data area.
    public let header: Header
    /// The items of the data area in order.
    public let items: [Item]

    init(offset: Int, bytes: [UInt8], crc: CRCVariant, wireDeviations: [Deviation], reading: SegmentReading) {
        let dialect = DialectSigns(header: reading.header, items: reading.items).dialect
        let textDeviations = TextDeviations.found(in: reading.header, reading.items, dialect)
        self.offset = offset
        self.bytes = bytes
        self.crc = crc
        self.dialect = dialect
        self.deviations = Deviation.ordered(wireDeviations + reading.deviations + textDeviations)
        self.header = reading.header
        self.items = reading.items
    }

    /// The one frame that these bytes are, nil when they are not exactly one accepted frame.
    ///
    /// For frames read back from storage, with or without their tail.
    public init?(_ bytes: some Sequence<UInt8>, options: ScanOptions = .init()) {
        var scanner = FrameScanner(options: options)
        scanner.append(bytes)
        let events = scanner.finish()
        guard events.count == 1, case .accepted(let frame) = events[0] else { return nil }
        self = frame
    }
}

extension Frame {
    /// Whether the sender waits for an answer (bit 0 of Flag).
    public var wantsAnswer: Bool { header.flag?.wantsAnswer ?? false }

    /// The value of the first item with this key, as received.
    public func value(of key: String) -> String? {
        items.first { $0.key.withoutOuterBlanks == key }?.value
    }

    /// The data time (`DataTime`): start of the period for hour, day and minute data, moment of acquisition for
    /// real-time data. Nil when missing or no real calendar time.
    public var dataTime: CivilStamp? {
        value(of: "DataTime").flatMap { CivilStamp($0.withoutOuterBlanks) }
    }

    /// The items in the groups they came in: groups are separated by `;`, the items of one by `,`.
    public var groups: [[Item]] {
        var groups: [[Item]] = []
        for item in items {
            if item.group == groups.count - 1 {
                groups[groups.count - 1].append(item)
            } else {
                groups.append([item])
            }
        }
        return groups
    }
}
