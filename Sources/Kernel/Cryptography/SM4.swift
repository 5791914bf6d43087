import CLibcrypto

/// The block cipher SM4 (GB/T 32907-2016) under one key, in ECB mode without padding, by the system's libcrypto.
///
/// ECB shows which blocks are equal; it is offered because HJ 212-2025 demands it for data areas, and for nothing else.
public struct SM4: Sendable {
    /// Bytes of a key.
    public static let keyLength = 16
    /// Bytes of a block.
    public static let blockLength = 16

    private let key: [UInt8]

    /// A cipher; nil unless the key has 16 bytes and this libcrypto knows SM4.
    public init?(key: [UInt8]) {
        guard key.count == Self.keyLength else { return nil }
        self.key = key
        guard transformed([UInt8](repeating: 0, count: Self.blockLength), .encryption) != nil else { return nil }
    }

    /// The cipher bytes of whole blocks.
    ///
    /// - Precondition: a multiple of 16 bytes.
    public func encrypt(_ blocks: [UInt8]) -> [UInt8] {
        whole(blocks, .encryption)
    }

    /// The clear bytes of whole blocks.
    ///
    /// - Precondition: a multiple of 16 bytes.
    public func decrypt(_ blocks: [UInt8]) -> [UInt8] {
        whole(blocks, .decryption)
    }

    private enum Direction: CInt {
        case decryption = 0
        case encryption = 1
    }

    private func whole(_ blocks: [UInt8], _ direction: Direction) -> [UInt8] {
        precondition(blocks.count.isMultiple(of: Self.blockLength), "SM4 takes whole blocks of 16 bytes")
        guard let output = transformed(blocks, direction) else {
            preconditionFailure("libcrypto could do SM4 when the key was set up, and has no memory left now")
        }
        return output
    }

    /// A context for each call: setting one up takes less time than a data area of 200 bytes, and a shared one would
    /// need a lock.
    private func transformed(_ blocks: [UInt8], _ direction: Direction) -> [UInt8]? {
        guard let context = EVP_CIPHER_CTX_new() else { return nil }
        defer { EVP_CIPHER_CTX_free(context) }
        guard EVP_CipherInit_ex(context, EVP_sm4_ecb(), nil, key, nil, direction.rawValue) == 1,
            EVP_CIPHER_CTX_set_padding(context, 0) == 1
        else { return nil }
        var length: CInt = 0
        let output = [UInt8](unsafeUninitializedCapacity: blocks.count) { target, count in
            let isDone = EVP_CipherUpdate(context, target.baseAddress, &length, blocks, CInt(blocks.count)) == 1
            count = isDone ? Int(length) : 0
        }
        return output.count == blocks.count ? output : nil
    }
}
