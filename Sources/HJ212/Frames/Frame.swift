/// One HJ 212 frame: its bytes as evidence, and what they say.
///
/// Only the bytes and the verdict are kept; every reading below is made from the bytes when it is asked for. Ask once
/// and keep the answer where several fields are needed.
public struct Frame: Sendable, Equatable {
    /// Place of the first `#` in the stream.
    public let offset: Int
    /// The raw bytes from the first `#` to the last byte of the CRC, and the tail when the scanner awaited it. Of an
    /// encrypted frame that was opened, those of the clear frame: they are what the CRC proves.
    public let bytes: [UInt8]
    /// The check that proves the frame.
    public let crc: CRCVariant
    /// Whether the data area came encrypted.
    public let encryption: AreaEncryption
    /// Bytes that the frame took in the stream; other than `bytes` only for an area in printed form.
    public let receivedLength: Int
    /// Where the data segment stands in the bytes.
    let segment: Range<Int>
    private let wireDeviations: [Deviation]

    init(
        offset: Int, bytes: [UInt8], segment: Range<Int>, crc: CRCVariant, encryption: AreaEncryption = .none,
        receivedLength: Int? = nil, wireDeviations: [Deviation] = []
    ) {
        self.offset = offset
        self.bytes = bytes
        self.segment = segment
        self.crc = crc
        self.encryption = encryption
        self.receivedLength = receivedLength ?? bytes.count
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

    /// The bytes of the data segment, which the check covers.
    public var segmentBytes: ArraySlice<UInt8> { bytes[segment] }

    /// The items of the data area in order; none when the area is locked.
    public var items: [Item] { encryption == .locked ? [] : reading.items }

    /// The same, with texts in GBK read by `gbk`, for people to read; what it cannot read shows as U+FFFD.
    public func items(readingGBK gbk: ([UInt8]) -> String?) -> [Item] {
        guard encryption != .locked else { return [] }
        return withoutActuallyEscaping(gbk) { SegmentReading(in: bytes, segment, gbk: $0).items }
    }

    /// Edition whose manners the frame shows.
    public var dialect: Dialect { HeardFrame(self).dialect }

    /// Tolerated deviations from the standard, each once, in the order of their declaration.
    public var deviations: [Deviation] {
        guard encryption != .locked else { return Deviation.ordered(wireDeviations) }
        let reading = reading
        let dialect = DialectSigns(header: reading.header, items: ItemSigns(reading.items)).dialect
        let inText = TextDeviations.found(in: reading.header, reading.items, dialect)
        return Deviation.ordered(wireDeviations + reading.deviations + inText)
    }

    private var reading: SegmentReading { SegmentReading(in: bytes, segment) }
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
