import CLibcrypto

/// The password function scrypt (RFC 7914), computed by the system's libcrypto.
enum Scrypt {
    /// What a computation costs.
    struct Cost: Hashable, Sendable {
        /// log2 of N; memory is about 128 · N · r bytes.
        let logarithm: Int
        /// Block size r.
        let blockSize: Int
        /// Parallelism p.
        let parallelism: Int

        /// N = 2^15, r = 8, p = 3 (OWASP Password Storage): 32 MiB and about a quarter of a second.
        static let standard = Cost(logarithm: 15, blockSize: 8, parallelism: 3)
        /// libcrypto refuses to use more memory than this. A stored cost beyond it is not computed.
        static let memoryMax: UInt64 = 64 * 1_024 * 1_024
    }

    /// Derives `length` bytes; nil when libcrypto refuses the cost.
    static func key(password: [UInt8], salt: [UInt8], cost: Cost, length: Int) -> [UInt8]? {
        guard (1...30).contains(cost.logarithm), cost.blockSize > 0, cost.parallelism > 0 else { return nil }
        var key = [UInt8](repeating: 0, count: length)
        let succeeded = password.withUnsafeBytes { password in
            EVP_PBE_scrypt(
                password.bindMemory(to: CChar.self).baseAddress, password.count, salt, salt.count,
                UInt64(1) << UInt64(cost.logarithm), UInt64(cost.blockSize), UInt64(cost.parallelism),
                Cost.memoryMax, &key, length)
        }
        return succeeded == 1 ? key : nil
    }
}
