import CLibcrypto

/// A SHA-256 digest: 32 bytes, ordered byte by byte, shown and coded as 64 lower-case hexadecimal digits.
///
/// Computed by the system's libcrypto (FIPS 180-4).
public struct Digest256: Hashable, Sendable {
    /// The 32 bytes of the digest.
    public let bytes: [UInt8]

    /// The digest of a message.
    public init(of message: [UInt8]) {
        var output = [UInt8](repeating: 0, count: 32)
        _ = message.withUnsafeBufferPointer { input in
            output.withUnsafeMutableBufferPointer { result in
                SHA256(input.baseAddress, input.count, result.baseAddress)
            }
        }
        bytes = output
    }

    /// The digest of a text's UTF-8 bytes.
    public init(of text: String) {
        self.init(of: Array(text.utf8))
    }

    /// A digest read back from storage; nil unless there are exactly 32 bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// A digest read back from its hexadecimal form; nil unless there are exactly 64 hexadecimal digits.
    public init?(hex: String) {
        guard let bytes = [UInt8](hex: hex) else { return nil }
        self.init(bytes: bytes)
    }

    /// 64 lower-case hexadecimal digits.
    public var hex: String { bytes.hex }
}

extension Digest256: Comparable {
    public static func < (left: Digest256, right: Digest256) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}

extension Digest256: CustomStringConvertible {
    public var description: String { hex }
}

extension Digest256: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let digest = Digest256(hex: text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "a SHA-256 digest has 64 hexadecimal digits")
        }
        self = digest
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hex)
    }
}
