/// Compares a secret that somebody sent with the one that was expected, so that the time tells nothing: neither how
/// much of it agrees, nor whether anything was expected at all.
public enum SecretComparison {
    /// Whether what was sent is what was expected. When nothing is expected (nobody of this name is known), the same
    /// work is done against a decoy, and the answer is no.
    ///
    /// Both are digested first, so that neither length nor contents steer the comparison.
    public static func isExpected(_ sent: String, _ expected: String?) -> Bool {
        isExpected(sent, expected, digesting: Digest256.init(of:), comparing: areEqual)
    }

    /// The same with its two costly steps handed in, so that they can be counted.
    static func isExpected(
        _ sent: String, _ expected: String?, digesting: (String) -> Digest256,
        comparing: ([UInt8], [UInt8]) -> Bool
    ) -> Bool {
        let isSame = comparing(digesting(sent).bytes, digesting(expected ?? decoy).bytes)
        let isKnown = expected != nil
        return isSame && isKnown
    }

    /// As long as passwords are.
    private static let decoy = "------"

    private static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0 && left.count == right.count
    }
}
