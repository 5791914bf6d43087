/// HMAC-SHA256 (RFC 2104): what only somebody with the key could have written under a message.
public enum MessageCode256 {
    private static let blockBytes = 64

    /// The code of a message under a key of any length.
    public static func code(of message: [UInt8], key: [UInt8]) -> Digest256 {
        var block = key.count > blockBytes ? Digest256(of: key).bytes : key
        block += [UInt8](repeating: 0, count: blockBytes - block.count)
        let inner = Digest256(of: block.map { $0 ^ 0x36 } + message)
        return Digest256(of: block.map { $0 ^ 0x5C } + inner.bytes)
    }
}
