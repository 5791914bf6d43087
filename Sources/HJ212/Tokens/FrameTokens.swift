/// A canonical frame taken apart without making a text of anything: places in its bytes.
///
/// It borrows the scanner's own memory. Let go of it before the next call of the scanner, or the scanner has to get
/// itself new memory; nothing else happens.
public struct FrameTokens: Sendable {
    /// Place of the first `#` in the stream.
    public let offset: Int
    /// The bytes from the first `#` to the last byte of the CRC, and the tail when the scanner awaited it.
    public let bytes: ArraySlice<UInt8>
    /// Where the data segment stands.
    let segment: Range<Int>
    private let table: TokenTable

    init(offset: Int, bytes: ArraySlice<UInt8>, segment: Range<Int>, table: TokenTable) {
        self.offset = offset
        self.bytes = bytes
        self.segment = segment
        self.table = table
    }

    /// The tokens of a segment of these bytes, nil when it is not canonical.
    init?(canonical bytes: [UInt8], _ segment: Range<Int>) {
        var table = TokenTable()
        guard bytes.withUnsafeBufferPointer({ table.read($0, segment: segment) }) else { return nil }
        self.init(offset: 0, bytes: bytes[...], segment: segment, table: table)
    }

    /// The header fields in their order.
    public var fields: [FieldToken] { table.fields }

    /// The items of the data area in their order.
    public var items: [ItemToken] { table.items }

    /// The bytes of a token.
    public subscript(places: Range<Int>) -> ArraySlice<UInt8> {
        bytes[bytes.startIndex + places.lowerBound..<bytes.startIndex + places.upperBound]
    }

    /// The value of a header field, nil when the frame has none of this name.
    public subscript(name: HeaderName) -> ArraySlice<UInt8>? {
        guard let value = table.value(of: name) else { return nil }
        return self[value]
    }

    /// The command; nil when missing or not a number.
    var command: Command? { self[.cn].flatMap { Int(decimalDigits: $0) }.map(Command.init(rawValue:)) }

    /// The Flag; nil when missing or not a number from 0 to 255.
    var flag: Flag? {
        self[.flag].flatMap { Int(decimalDigits: $0) }.flatMap(UInt8.init(exactly:)).map(Flag.init(rawValue:))
    }

    /// The data time; nil when missing or no real calendar time.
    var dataTime: CivilStamp? {
        // By place: without optimisation an iterator over elements asks for memory.
        for place in items.indices where self[items[place].key].spells("DataTime") {
            return CivilStamp(digits: self[items[place].value])
        }
        return nil
    }

    /// The header as text.
    var header: Header {
        Header(fields: table.fields.map { Field($0.name.rawValue, text($0.value)) })
    }

    /// An item as text.
    func item(_ token: ItemToken) -> Item {
        Item(key: text(token.key), value: text(token.value), group: token.group)
    }

    private func text(_ places: Range<Int>) -> String { String(decoding: self[places], as: UTF8.self) }
}
