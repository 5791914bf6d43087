/// A key under which secrets are stored: 32 bytes that are nowhere shown, and a short name that is.
public struct SecretKey: Sendable, Hashable, CustomStringConvertible {
    /// Bytes of a key.
    public static let byteCount = 32
    /// Bytes of its name.
    static let nameByteCount = 4

    let bytes: [UInt8]
    /// The first bytes of a digest of the key: tells keys apart and reveals nothing of them.
    let name: [UInt8]

    /// A key of 32 bytes; nil for any other number, and for bytes that are all the same.
    public init?(bytes: [UInt8]) {
        guard bytes.count == Self.byteCount, Set(bytes).count > 1 else { return nil }
        self.bytes = bytes
        name = Array(Digest256(of: Array("jianhu secret key\n".utf8) + bytes).bytes.prefix(Self.nameByteCount))
    }

    /// A new key.
    public static func random(from entropy: any EntropySource) -> SecretKey {
        // An entropy source that gives one byte 32 times in a row is broken, and asking it again may end that.
        while true {
            if let key = SecretKey(bytes: entropy.bytes(byteCount)) { return key }
        }
    }

    /// Its name; the key itself is never part of a text.
    public var description: String { "key \(name.hex)" }

    /// 64 hexadecimal digits, for the key file and nothing else.
    public var hexForKeyFile: String { bytes.hex }
}
