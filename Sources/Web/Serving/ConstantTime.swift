/// Comparison of secrets that takes as long for nearly right ones as for wrong ones.
enum ConstantTime {
    /// Whether two texts are the same. Their lengths are no secret.
    static func areEqual(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
