public import Kernel

/// The root of a Merkle tree over an ordered list, as RFC 6962 §2.1 defines it
/// (leaf = SHA-256(0x00 ‖ entry), node = SHA-256(0x01 ‖ left ‖ right), split at the largest power of two below the
/// count).
public enum MerkleRoot {
    /// The root over entries; the digest of nothing for an empty list.
    public static func over(_ entries: [[UInt8]]) -> Digest256 {
        guard !entries.isEmpty else { return Digest256(of: [UInt8]()) }
        var level = entries.map { Digest256(of: [0x00] + $0) }
        // Pairing neighbours and carrying an odd last one up gives the same tree as the recursive definition.
        while level.count > 1 {
            var above: [Digest256] = []
            above.reserveCapacity((level.count + 1) / 2)
            for index in stride(from: 0, to: level.count, by: 2) {
                if index + 1 < level.count {
                    above.append(Digest256(of: [0x01] + level[index].bytes + level[index + 1].bytes))
                } else {
                    above.append(level[index])
                }
            }
            level = above
        }
        return level[0]
    }
}
