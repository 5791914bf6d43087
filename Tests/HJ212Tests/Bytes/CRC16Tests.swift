import HJ212
import TestMaterial
import Testing

struct CRC16Tests {
    @Test(arguments: [
        ("", "FFFF"),
        ("123456789", "2F80"),
        (
            "QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&",
            "1C80"
        ),
        ("QN=20240601085857223;ST=32;CN=1011;PW=123456;MN=010000A8900016F000169DC0;Flag=9;CP=&&&&", "2200"),
        (
            "QN=20240520210700000;ST=31;CN=2051;PW=123456;MN=010000A8900016F000169DC0;Flag=9;"
                + "CP=&&DataTime=20240520210600;a01011-Min=1.35,a01011-Avg=1.35,a01011-Max=1.35,a01011-Flag=N;"
                + "a01014-Min=3.20,a01014-Avg=3.20,a01014-Max=3.20,a01014-Flag=N&&",
            "B541"
        ),
    ])
    func `the official vectors come out`(input: String, expected: String) {
        #expect(Wire.hex(CRC16.hj212(input.utf8)) == expected)
    }

    @Test func `Modbus gives its own check value`() {
        #expect(CRC16.modbus("123456789".utf8) == 0x4B37)
    }

    @Test func `there are only 256 different values`() {
        let values = Set((0...UInt16.max).map { CRC16.hj212([UInt8($0 >> 8), UInt8($0 & 0xFF)]) })
        #expect(values.count == 256)
    }

    @Test func `the fast checks agree with the bit loop of the standard at every length`() {
        let seed: UInt64 = 1
        var random = SeededGenerator(seed: seed)
        let bytes = (0...4096).map { _ in UInt8.random(in: 0...255, using: &random) }
        var registers = [0xFFFF, 0xFFFF] as [UInt16]
        for length in 0...4096 {
            #expect(CRC16.hj212(bytes.prefix(length)) == registers[0], "length \(length), seed \(seed)")
            #expect(CRC16.modbus(bytes.prefix(length)) == registers[1], "length \(length), seed \(seed)")
            registers[0] = bitLoop(registers[0] >> 8 ^ UInt16(bytes[length]))
            registers[1] = bitLoop(registers[1] ^ UInt16(bytes[length]))
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `the fast checks agree with the bit loop on random bytes, wherever they begin`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for length in 0..<200 {
            let bytes = (0..<length + 9).map { _ in UInt8.random(in: 0...255, using: &random) }
            let part = bytes.dropFirst(Int.random(in: 0..<9, using: &random))
            let hj212 = part.reduce(0xFFFF) { bitLoop($0 >> 8 ^ UInt16($1)) }
            let modbus = part.reduce(0xFFFF) { bitLoop($0 ^ UInt16($1)) }
            #expect(CRC16.hj212(part) == hj212 && CRC16.hj212(AnySequence(part)) == hj212, "seed \(seed)")
            #expect(CRC16.modbus(part) == modbus && CRC16.modbus(AnySequence(part)) == modbus, "seed \(seed)")
        }
    }

    /// Eight shifts.
    private func bitLoop(_ register: UInt16) -> UInt16 {
        (0..<8).reduce(register) { register, _ in
            register & 1 == 1 ? register >> 1 ^ 0xA001 : register >> 1
        }
    }
}
