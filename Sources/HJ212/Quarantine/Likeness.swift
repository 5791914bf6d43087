/// What a rejected stretch looks like, for people who look into the quarantine. A likeness is a hint, never a reason to
/// believe the bytes.
public enum Likeness: String, Sendable, Hashable, CaseIterable {
    /// A frame whose CRC is two raw bytes of a foreign check.
    case rawForeignCRC = "raw-foreign-crc"
    /// Requests of Modbus TCP.
    case modbusTCP = "modbus-tcp"
    /// A request or answer of HTTP.
    case http
    /// The greeting of a TLS client.
    case tls

    /// The likeness of some bytes; nil when they look like nothing we know.
    init?(of bytes: [UInt8]) {
        if Self.isFrameWithRawForeignCRC(bytes) {
            self = .rawForeignCRC
        } else if Self.httpBeginnings.contains(where: bytes.starts(with:)) {
            self = .http
        } else if bytes.count >= 3, bytes[0] == 0x16, bytes[1] == 3, bytes[2] <= 4 {
            self = .tls
        } else if Self.isModbusTCP(bytes) {
            self = .modbusTCP
        } else {
            return nil
        }
    }

    /// How a person is told.
    public var words: String {
        switch self {
        case .rawForeignCRC:
            "looks like a frame whose CRC is two raw bytes of a foreign check; have the logger send that of HJ 212"
        case .modbusTCP: "looks like Modbus TCP; the sender means another port"
        case .http: "looks like HTTP; the sender means another port"
        case .tls: "looks like TLS; the sender means another port"
        }
    }

    private static func isFrameWithRawForeignCRC(_ bytes: [UInt8]) -> Bool {
        guard bytes.starts(with: "##".utf8), let length = number(in: bytes, 2..<6), bytes.count >= 6 + length + 2 else {
            return false
        }
        let segment = bytes[6..<6 + length]
        guard segment.suffix(2).elementsEqual("&&".utf8) else { return false }
        let first = UInt16(bytes[6 + length])
        let second = UInt16(bytes[6 + length + 1])
        return [first << 8 | second, second << 8 | first].contains { CRCVariant.proving($0, over: segment).isForeign }
    }

    private static func number(in bytes: [UInt8], _ places: Range<Int>) -> Int? {
        guard places.upperBound <= bytes.count else { return nil }
        return Int(decimalDigits: String(decoding: bytes[places], as: UTF8.self))
    }

    /// Header of a Modbus TCP unit: transaction, protocol 0, length of what follows, unit, function.
    private static func isModbusTCP(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 8, bytes[2] == 0, bytes[3] == 0 else { return false }
        let length = Int(bytes[4]) << 8 | Int(bytes[5])
        return (2...254).contains(length) && 6 + length <= bytes.count && (1...127).contains(bytes[7])
    }

    private static let httpBeginnings: [[UInt8]] = [
        "GET /", "POST /", "HEAD /", "PUT /", "OPTIONS ", "CONNECT ", "HTTP/",
    ]
    .map { Array($0.utf8) }
}

extension RejectedStretch {
    /// What the bytes look like; nil when they look like nothing we know.
    public var likeness: Likeness? { Likeness(of: bytes) }
}
