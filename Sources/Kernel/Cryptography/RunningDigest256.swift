import CLibcrypto

/// SHA-256 of a message that is never held as a whole: fed piece by piece, then asked once.
///
/// Computed by the system's libcrypto (FIPS 180-4). Used by one task at a time; it is not `Sendable`.
public final class RunningDigest256 {
    private let context: OpaquePointer

    /// A digest of nothing yet; nil when libcrypto has no memory for it.
    public init?() {
        guard let context = EVP_MD_CTX_new() else { return nil }
        guard EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
            EVP_MD_CTX_free(context)
            return nil
        }
        self.context = context
    }

    deinit {
        EVP_MD_CTX_free(context)
    }

    /// Takes the next piece.
    public func take(_ bytes: [UInt8]) {
        _ = EVP_DigestUpdate(context, bytes, bytes.count)
    }

    /// The digest of all pieces; nil when libcrypto refuses. Asked once, at the end.
    public func finish() -> Digest256? {
        var output = [UInt8](repeating: 0, count: 32)
        var count: UInt32 = 0
        guard EVP_DigestFinal_ex(context, &output, &count) == 1 else { return nil }
        return Digest256(bytes: output)
    }
}
