import TestMaterial
import Testing

@testable import Kernel

struct SecretBoxTests {
    private struct Drawn: EntropySource {
        let seed: UInt64

        func bytes(_ count: Int) -> [UInt8] {
            var generator = SeededGenerator(seed: seed)
            return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        }
    }

    private static let keys = (1...3).map { SecretKey.random(from: Drawn(seed: $0)) }
    private static let entropy = Drawn(seed: 9)

    private static func box(_ numbers: Int...) -> SecretBox {
        SecretBox(keys: numbers.map { keys[$0] }, entropy: entropy)
    }

    /// NIST's GCM validation vectors (gcmEncryptExtIV256: 128-bit text, 128-bit authenticated).
    @Test func `libcrypto computes what NIST published`() throws {
        func bytes(_ hex: String) throws -> [UInt8] { try #require([UInt8](hex: hex)) }
        let key = try bytes("92e11dcdaa866f5ce790fd24501f92509aacf4cb8b1339d50c9c1240935dd08b")
        let nonce = try bytes("ac93a1a6145299bde902f21a")
        let plain = try bytes("2d71bcfa914e4ac045b2aa60955fad24")
        let authenticated = try bytes("1e0889016f67601c8ebea4943bc23ad6")
        let sealed = try #require(AES256GCM.seal(plain, key: key, nonce: nonce, with: authenticated))
        #expect(sealed.bytes.hex == "8995ae2e6df3dbf96fac7b7137bae67f")
        #expect(sealed.tag.hex == "eca5aa77d51d4a0a14d9c51e1da474ab")
        #expect(AES256GCM.open(sealed.bytes, tag: sealed.tag, key: key, nonce: nonce, with: authenticated) == plain)
    }

    @Test(arguments: [0, 1, 6, 16, 24, 4_096])
    func `what was sealed opens, and any changed byte keeps it closed`(count: Int) throws {
        let secret = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        let envelope = try Self.box(0).seal(secret, for: "row 1")
        #expect(try Self.box(0).open(envelope, for: "row 1") == secret)
        #expect(envelope.count == count + 33)
        #expect(count < 6 || !envelope.hex.contains(secret.hex))
        for index in envelope.indices where index < 40 || index > envelope.count - 20 {
            var changed = envelope
            changed[index] ^= 1
            #expect(throws: SecretBox.Refusal.self) { try Self.box(0).open(changed, for: "row 1") }
        }
        for length in 0..<min(envelope.count, 60) {
            #expect(throws: SecretBox.Refusal.self) { try Self.box(0).open(Array(envelope[..<length]), for: "row 1") }
        }
        #expect(throws: SecretBox.Refusal.forged) { try Self.box(0).open(envelope, for: "row 2") }
    }

    @Test func `the first key seals and every key opens`() throws {
        let old = try Self.box(0).seal([1, 2, 3], for: "row")
        let both = Self.box(1, 0)
        #expect(try both.open(old, for: "row") == [1, 2, 3])
        #expect(!both.isNewest(old))
        let new = try both.seal([1, 2, 3], for: "row")
        #expect(both.isNewest(new) && new != old)
        #expect(throws: SecretBox.Refusal.foreignKey(name: Self.keys[1].name.hex)) {
            try Self.box(0, 2).open(new, for: "row")
        }
    }

    @Test func `a locked box neither opens nor seals`() throws {
        let envelope = try Self.box(0).seal([1], for: "row")
        #expect(throws: SecretBox.Refusal.locked) { try SecretBox.locked.open(envelope, for: "row") }
        #expect(throws: SecretBox.Refusal.locked) { try SecretBox.locked.seal([1], for: "row") }
        #expect(!SecretBox.locked.isNewest(envelope))
    }

    @Test func `a key has 32 bytes that differ, and no text shows it`() throws {
        #expect(SecretKey(bytes: Array(1...31)) == nil && SecretKey(bytes: Array(1...33)) == nil)
        #expect(SecretKey(bytes: Array(repeating: 7, count: 32)) == nil)
        let key = try #require(SecretKey(bytes: Array(1...32)))
        let shown = "\(key) \(String(describing: key))"
        #expect(!shown.contains(key.hexForKeyFile.prefix(12)) && shown.contains(key.name.hex))
    }
}
