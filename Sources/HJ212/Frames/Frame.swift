/// One HJ 212 frame: its bytes as evidence, and what they say.
///
/// Only the bytes and the verdict are kept; every reading below is made from the bytes when it is asked for. Ask once
/// and keep the answer where several fields are needed.
public struct Frame: Sendable, Equatable {
    /// Place of the first `#` in the stream.
    public let offset: Int
    /// The raw bytes from the first `#` to the last byte of the CRC, and the tail when the scanner awaited it.
    public let bytes: [UInt8]
    /// The check that proves the frame.
    public let crc: CRCVariant
    /// Where the data segment stands in the bytes.
    let segment: Range<Int>
    private let wireDeviations: [Deviation]

    init(offset: Int, bytes: [UInt8], segment: Range<Int>, crc: CRCVariant, wireDeviations: [Deviation]) {
        self.offset = offset
        self.bytes = bytes
        self.segment = segment
        self.crc = crc
        self.wireDeviations = wireDeviations
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
    /// The fields before the data area.
    public var header: Header { SegmentReading.header(in: bytes, segment) }

    /// The items of the data area in order.
    public var items: [Item] { reading.items }

    /// Edition whose manners the frame shows.
    public var dialect: Dialect { dialect(of: reading) }

    /// Tolerated deviations from the standard, each once, in the order of their declaration.
    public var deviations: [Deviation] {
        let reading = reading
        let inText = TextDeviations.found(in: reading.header, reading.items, dialect(of: reading))
        return Deviation.ordered(wireDeviations + reading.deviations + inText)
    }

    private var reading: SegmentReading { SegmentReading(in: bytes, segment) }

    private func dialect(of reading: SegmentReading) -> Dialect {
        DialectSigns(header: reading.header, items: reading.items).dialect
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
