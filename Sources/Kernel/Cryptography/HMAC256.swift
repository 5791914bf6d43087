import CLibcrypto

/// HMAC-SHA256 (RFC 2104): what only somebody with the key could have written under a message. Computed by the system's
/// libcrypto.
public enum HMAC256 {
    /// The code of a message under a key of any length.
    public static func code(of message: [UInt8], key: [UInt8]) -> Digest256 {
        var output = [UInt8](repeating: 0, count: 32)
        var count: UInt32 = 0
        let isDone = HMAC(EVP_sha256(), key, Int32(key.count), message, message.count, &output, &count) != nil
        guard isDone, let digest = Digest256(bytes: output) else {
            preconditionFailure("libcrypto computes HMAC-SHA256 of any message")
        }
        return digest
    }
}
