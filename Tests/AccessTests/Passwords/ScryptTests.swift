import Kernel
import Testing

@testable import Access

struct ScryptTests {
    /// RFC 7914 §12.
    @Test(arguments: [
        (
            "", "", Scrypt.Cost(logarithm: 4, blockSize: 1, parallelism: 1),
            """
            77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442\
            fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906
            """
        ),
        (
            "password", "NaCl", Scrypt.Cost(logarithm: 10, blockSize: 8, parallelism: 16),
            """
            fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162\
            2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640
            """
        ),
        (
            "pleaseletmein", "SodiumChloride", Scrypt.Cost(logarithm: 14, blockSize: 8, parallelism: 1),
            """
            7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2\
            d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887
            """
        ),
    ])
    func `the RFC's vectors come out`(password: String, salt: String, cost: Scrypt.Cost, expected: String) {
        let key = Scrypt.key(password: Array(password.utf8), salt: Array(salt.utf8), cost: cost, length: 64)
        #expect(key?.hex == expected)
    }

    @Test func `a cost beyond the memory bound is refused, not computed`() {
        let cost = Scrypt.Cost(logarithm: 20, blockSize: 8, parallelism: 1)
        #expect(Scrypt.key(password: [1], salt: [2], cost: cost, length: 32) == nil)
    }
}
