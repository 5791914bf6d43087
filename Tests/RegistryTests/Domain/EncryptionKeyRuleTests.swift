import Testing

@testable import Registry

struct EncryptionKeyRuleTests {
    private static let rows: [([UInt8], EncryptionKeyRefusal?)] = [
        (Array(repeating: 0, count: 16), .fewBytes),
        (Array(1...15), .wrongLength), (Array(1...17), .wrongLength), ([], .wrongLength),
        (Array(1...16), .steps), (Array((1...16).reversed()), .steps), ((0..<16).map { $0 &* 17 }, .steps),
        ([0x01, 0x23, 0x45, 0x67, 0x89, 0xAB, 0xCD, 0xEF, 0x01, 0x23, 0x45, 0x67, 0x89, 0xAB, 0xCD, 0xEF], .steps),
        (
            [0x01, 0x23, 0x45, 0x67, 0x89, 0xAB, 0xCD, 0xEF, 0xFE, 0xDC, 0xBA, 0x98, 0x76, 0x54, 0x32, 0x10],
            .published
        ),
        ([9, 1, 7, 200, 3, 5, 90, 33, 9, 1, 7, 200, 3, 5, 90, 33], .repeats),
        ([9, 1, 7, 200, 3, 5, 90, 33, 33, 90, 5, 3, 200, 7, 1, 9], .repeats),
        (Array("Jianhu-2026-key!".utf8), .text), (Array("8a0f3c91d7be5264".utf8), .text),
        ([1, 2, 3, 4, 5, 6, 7, 1, 2, 3, 4, 5, 6, 7, 1, 2], .fewBytes),
        ([1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 9], nil),
    ]

    @Test(arguments: rows.indices)
    func `a patterned key is refused with its reason`(index: Int) {
        #expect(EncryptionKeyRule.refusal(of: Self.rows[index].0) == Self.rows[index].1)
    }

    @Test func `drawn keys are not refused`() {
        let seed: UInt64 = 20_261_123
        print("seed \(seed)")
        let drawn = Drawn(seed: seed)
        #expect(!(0..<10_000).contains { _ in EncryptionKeyRule.refusal(of: drawn.bytes(16)) != nil })
    }
}
