import Testing

@testable import Kernel

struct Digest256Tests {
    /// The examples of FIPS 180-4, and lengths around the 64-byte block.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            String(repeating: "a", count: 1_000_000),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        ),
        ("鉴湖", "8347ed1bc39d6400325121824c4c415f3821ade23d0fe6380aa61c02dd35331a"),
    ])
    func `the digest is the one of the standard`(message: String, hex: String) {
        #expect(Digest256(of: message).hex == hex)
        #expect(Digest256(hex: hex.uppercased()) == Digest256(of: Array(message.utf8)))
    }

    @Test(arguments: [0, 31, 33, 64])
    func `a digest has 32 bytes`(count: Int) {
        #expect(Digest256(bytes: Array(repeating: 1, count: count)) == nil)
        #expect(Digest256(hex: String(repeating: "01", count: count)) == nil)
    }

    @Test func `digests are ordered as numbers are`() {
        let digests = [0, 1, 127, 128, 255].map { Digest256(bytes: Array(repeating: $0, count: 32)) }.compactMap { $0 }
        #expect(digests.count == 5)
        #expect(digests.reversed().sorted() == digests)
    }

    @Test(arguments: [1, 3, 64, 1_000])
    func `a digest fed piece by piece is that of the whole`(pieces: Int) throws {
        let message = (0..<999).map { UInt8($0 % 256) }
        let running = try #require(RunningDigest256())
        for start in stride(from: 0, to: message.count, by: pieces) {
            running.take(Array(message[start..<min(start + pieces, message.count)]))
        }
        #expect(running.finish() == Digest256(of: message))
    }
}
