import Testing

@testable import Kernel

struct SecretComparisonTests {
    /// Sent, expected, whether it is the same.
    private static let rows: [(String, String?, Bool)] = [
        ("s3cret", "s3cret", true), ("s3creT", "s3cret", false), ("", "s3cret", false), ("s3cre", "s3cret", false),
        ("s3cret-and-a-long-tail", "s3cret", false), ("", "", true), ("------", nil, false), ("", nil, false),
        ("s3cret", nil, false), ("密码", "密码", true),
    ]

    @Test(arguments: rows.indices)
    func `right and wrong, known and unknown cost the same steps`(index: Int) {
        let (sent, expected, isSame) = Self.rows[index]
        #expect(SecretComparison.isExpected(sent, expected) == isSame)
        var digests = 0
        var compared: [Int] = []
        _ = SecretComparison.isExpected(sent, expected) { text in
            digests += 1
            return Digest256(of: text)
        } comparing: { left, right in
            compared += [left.count, right.count]
            return left == right
        }
        #expect(digests == 2 && compared == [32, 32])
    }
}
