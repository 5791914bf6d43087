/// A canonical frame taken apart without making a text of anything: places in its bytes.
///
/// It borrows the scanner's own memory. Let go of it before the next call of the scanner, or the scanner has to get
/// itself new memory; nothing else happens.
public struct FrameTokens: Sendable {
    /// Place of the first `#` in the stream.
    public let offset: Int
    /// The bytes from the first `#` to the last byte of the CRC, and the tail when the scanner awaited it.
    public let bytes: ArraySlice<UInt8>
    private let table: TokenTable

    init(offset: Int, bytes: ArraySlice<UInt8>, table: TokenTable) {
        self.offset = offset
        self.bytes = bytes
        self.table = table
    }

    /// The tokens of a segment of these bytes, nil when it is not canonical.
    init?(canonical bytes: [UInt8], _ segment: Range<Int>) {
        var table = TokenTable()
        guard bytes.withUnsafeBufferPointer({ table.read($0, segment: segment) }) else { return nil }
        self.init(offset: 0, bytes: bytes[...], table: table)
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

    /// The header as text.
    var header: Header {
        Header(fields: table.fields.map { Field($0.name.rawValue, text($0.value)) })
    }

    /// An item as text.
    func item(_ token: ItemToken) -> Item {
        Item(key: text(token.key), value: text(token.value), group: token.group)
    }

    /// The value of the first item with this key, as text.
    func value(of key: [UInt8]) -> String? {
        items.first { $0.key.count == key.count && self[$0.key].elementsEqual(key) }
            .map { text($0.value) }
    }

    private func text(_ places: Range<Int>) -> String { String(decoding: self[places], as: UTF8.self) }
}
