import CLibcrypto

/// AES-256 in Galois/counter mode (NIST SP 800-38D), computed by the system's libcrypto.
enum AES256GCM {
    private static let tagBytes = 16

    /// Encrypts and authenticates; nil when libcrypto refuses. The nonce has 12 bytes and is used once per key.
    static func seal(
        _ plain: [UInt8], key: [UInt8], nonce: [UInt8], with authenticated: [UInt8]
    ) -> (bytes: [UInt8], tag: [UInt8])? {
        precondition(key.count == 32 && nonce.count == 12, "AES-256-GCM takes a key of 32 and a nonce of 12 bytes")
        guard let context = EVP_CIPHER_CTX_new() else { return nil }
        defer { EVP_CIPHER_CTX_free(context) }
        var output = [UInt8](repeating: 0, count: plain.count)
        var tag = [UInt8](repeating: 0, count: tagBytes)
        var written: Int32 = 0
        var last: Int32 = 0
        guard EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), nil, key, nonce) == 1,
            EVP_EncryptUpdate(context, nil, &written, authenticated, Int32(authenticated.count)) == 1,
            EVP_EncryptUpdate(context, &output, &written, plain, Int32(plain.count)) == 1,
            EVP_EncryptFinal_ex(context, &tag, &last) == 1,
            EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, Int32(tagBytes), &tag) == 1
        else { return nil }
        return (output, tag)
    }

    /// Decrypts; nil when anything was changed.
    static func open(
        _ sealed: [UInt8], tag: [UInt8], key: [UInt8], nonce: [UInt8], with authenticated: [UInt8]
    ) -> [UInt8]? {
        precondition(key.count == 32 && nonce.count == 12, "AES-256-GCM takes a key of 32 and a nonce of 12 bytes")
        guard tag.count == tagBytes, let context = EVP_CIPHER_CTX_new() else { return nil }
        defer { EVP_CIPHER_CTX_free(context) }
        var output = [UInt8](repeating: 0, count: sealed.count)
        var tag = tag
        var nothing = [UInt8](repeating: 0, count: tagBytes)
        var written: Int32 = 0
        guard EVP_DecryptInit_ex(context, EVP_aes_256_gcm(), nil, key, nonce) == 1,
            EVP_DecryptUpdate(context, nil, &written, authenticated, Int32(authenticated.count)) == 1,
            EVP_DecryptUpdate(context, &output, &written, sealed, Int32(sealed.count)) == 1,
            EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(tagBytes), &tag) == 1,
            EVP_DecryptFinal_ex(context, &nothing, &written) == 1
        else { return nil }
        return output
    }
}
