import Kernel
import Testing

struct HexadecimalTests {
    @Test func `every byte comes back from its two digits`() throws {
        let bytes = Array(UInt8.min...UInt8.max)
        #expect(bytes.hex.hasPrefix("000102030405060708090a0b") && bytes.hex.hasSuffix("fcfdfeff"))
        #expect([UInt8](hex: bytes.hex) == bytes)
        #expect([UInt8](hex: bytes.hex.uppercased()) == bytes)
        #expect([UInt8](hex: "") == [])
    }

    @Test(arguments: ["0", "abc", "0g", "/0", ":0", "@A", "G0", "`a", " 0", "0x", "+1", "１２", "0\n"])
    func `foreign digits and half bytes are refused`(text: String) {
        #expect([UInt8](hex: text) == nil)
    }
}
