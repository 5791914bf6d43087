import Facts
import Kernel
import Testing

struct MerkleRootTests {
    /// The eight leaves and roots that certificate transparency implementations test themselves with.
    private static let leaves = [
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
    ]

    @Test(arguments: [
        (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
        (2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
        (3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
        (4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
        (5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"),
        (6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"),
        (7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"),
        (8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"),
    ])
    func `the root is the known one`(count: Int, root: String) throws {
        let entries = try Self.leaves.prefix(count).map { try #require([UInt8](hex: $0)) }
        #expect(MerkleRoot.over(entries).hex == root)
    }

    @Test(arguments: 0...70)
    func `pairing upwards gives the tree of the definition`(count: Int) {
        let entries = (0..<count).map { number in Array("entry \(number)".utf8) }
        #expect(MerkleRoot.over(entries) == Self.defined(entries[...]))
        // Order and content count.
        if count > 1 {
            #expect(MerkleRoot.over(entries.reversed()) != MerkleRoot.over(entries))
            #expect(MerkleRoot.over(entries.dropLast() + [[0]]) != MerkleRoot.over(entries))
        }
    }

    /// RFC 6962 §2.1, word for word: split at the largest power of two smaller than the count.
    private static func defined(_ entries: ArraySlice<[UInt8]>) -> Digest256 {
        guard let first = entries.first else { return Digest256(of: "") }
        guard entries.count > 1 else { return Digest256(of: [0] + first) }
        var split = 1
        while split * 2 < entries.count { split *= 2 }
        let (left, right) = (entries.prefix(split), entries.dropFirst(split))
        return Digest256(of: [1] + defined(left).bytes + defined(right).bytes)
    }
}
