import Kernel
import TestMaterial
import Testing

struct SM4Tests {
    /// GB/T 32907-2016, appendix A: key and clear block are the same bytes.
    private let official: [UInt8] = [
        0x01, 0x23, 0x45, 0x67, 0x89, 0xAB, 0xCD, 0xEF, 0xFE, 0xDC, 0xBA, 0x98, 0x76, 0x54, 0x32, 0x10,
    ]

    @Test func `the sample of the standard comes out`() throws {
        let cipher = try #require(SM4(key: official))
        #expect(cipher.encrypt(official).hex == "681edf34d206965e86b3e94f536e4246")
        #expect(cipher.decrypt(cipher.encrypt(official)) == official)
    }

    @Test(arguments: [1, 2] as [UInt64])
    func `what is encrypted is decrypted, block by block`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let key = (0..<16).map { _ in UInt8.random(in: 0...255, using: &random) }
        let cipher = try #require(SM4(key: key))
        for blockCount in 0..<20 {
            let clear = (0..<16 * blockCount).map { _ in UInt8.random(in: 0...255, using: &random) }
            let secret = cipher.encrypt(clear)
            #expect(cipher.decrypt(secret) == clear, "seed \(seed)")
            #expect(secret.prefix(16) == cipher.encrypt(Array(clear.prefix(16)))[...], "seed \(seed)")
        }
    }

    @Test(arguments: [0, 15, 17, 32])
    func `a key of another length is refused`(length: Int) {
        #expect(SM4(key: Array(repeating: 7, count: length)) == nil)
    }
}
