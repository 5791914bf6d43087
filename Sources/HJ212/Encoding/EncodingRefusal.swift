/// Why a frame cannot be written.
public enum EncodingRefusal: Error, Sendable, Hashable {
    /// A frame without this header field says nothing.
    case missingField(String)
    /// This name or value holds what would break the frame apart: a separator, a control character, an outer blank.
    case unfitText(name: String)
    /// The segment has more bytes than allowed; split it.
    case segmentTooLong(byteCount: Int, byteCountMax: Int)
    /// The message needs more packets than the edition can number.
    case tooManyPackets(count: Int, countMax: Int)
}

extension EncodingRefusal: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missingField(let name):
            "the header has no \(name); add it"
        case .unfitText(let name):
            "\(name) holds a separator, a control character or an outer blank; take it out"
        case .segmentTooLong(let byteCount, let byteCountMax):
            "the data segment has \(byteCount) bytes, more than \(byteCountMax); split it with PNUM and PNO"
        case .tooManyPackets(let count, let countMax):
            "the message needs \(count) packets, more than \(countMax); send fewer factors at a time"
        }
    }
}
