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

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `the table agrees with the bit loop of the standard`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for length in 0..<200 {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(CRC16.hj212(bytes) == bitLoop(bytes) { ($0 >> 8) ^ UInt16($1) }, "seed \(seed)")
            #expect(CRC16.modbus(AnySequence(bytes)) == bitLoop(bytes) { $0 ^ UInt16($1) }, "seed \(seed)")
        }
    }

    private func bitLoop(_ bytes: [UInt8], mix: (UInt16, UInt8) -> UInt16) -> UInt16 {
        var register: UInt16 = 0xFFFF
        for byte in bytes {
            register = mix(register, byte)
            for _ in 0..<8 {
                let lowest = register & 1
                register >>= 1
                if lowest == 1 { register ^= 0xA001 }
            }
        }
        return register
    }
}
