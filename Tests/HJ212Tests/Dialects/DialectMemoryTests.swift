import HJ212
import TestMaterial
import Testing

struct DialectMemoryTests {
    private static let frames2005 = "ST=32;CN=2011;PW=1;MN=88888880000001;CP=&&DataTime=20150430135830;011-Rtd=9&&"
    private static let frames2017 =
        "QN=20261123140000000;ST=32;CN=2011;PW=1;MN=88888880000001;Flag=5;CP=&&DataTime=20261123140000;w01018-Rtd=9&&"
    private static let frames2025 =
        "QN=20261123140000000;ST=31;CN=2011;PW=1;MN=010000A8900016F000169DC0;Flag=9;CP=&&DataTime=20261123140000&&"
    private static let frames1404 =
        "QN=20261123140000000;ST=21;CN=2011;PW=1;MN=A140100_2006;Flag=9;CP=&&DataTime=20261123140000&&"
    /// Flag of 2025 and nothing else of it.
    private static let flagAlone =
        "QN=20261123140000000;ST=31;CN=2011;PW=1;MN=KA1;Flag=9;CP=&&DataTime=20261123140000&&"
    private static let resent = "QN=20261123140000000;ST=31;CN=2011;PW=1;MN=KA1;Flag=9;RF=1;CP=&&&&"

    private static func dialects(of segments: [String]) throws -> [Dialect] {
        var memory = DialectMemory()
        return try segments.map { segment in
            memory.observe(HeardFrame(try #require(Wire.accepted(Wire.frame(segment)))))
            return memory.dialect
        }
    }

    @Test(arguments: [
        (frames2005, Dialect.hjt2005), (frames2017, .hj2017), (frames2025, .hj2025), (frames1404, .hj1404),
        (flagAlone, .unknown),
    ])
    func `a device that always speaks alike is known by that`(segment: String, dialect: Dialect) throws {
        #expect(try Self.dialects(of: Array(repeating: segment, count: 40)) == Array(repeating: dialect, count: 40))
    }

    @Test func `one other sign in several frames is enough beside the Flag`() throws {
        let segments = [Self.flagAlone, Self.flagAlone, Self.resent, Self.flagAlone]
        #expect(try Self.dialects(of: segments) == [.unknown, .unknown, .hj2025, .hj2025])
    }

    @Test func `odd frames between do not change a known dialect`() throws {
        let odd = [Self.frames2017, Self.frames2017, Self.frames2017, Self.frames2005, Self.frames2017]
        let dialects = try Self.dialects(of: odd + odd + odd)
        #expect(Set(dialects) == [.hj2017])
    }

    @Test func `a device that was given another program is believed after some frames`() throws {
        let segments = Array(repeating: Self.frames2005, count: 20) + Array(repeating: Self.frames2017, count: 16)
        let dialects = try Self.dialects(of: segments)
        let change = try #require(dialects.firstIndex(of: .hj2017))
        #expect(change == 20 + 9 - 1)
        #expect(dialects[change...].allSatisfy { $0 == .hj2017 })
    }

    @Test(arguments: [51, 52, 53] as [UInt64])
    func `a dialect never rests on Flags alone`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var memory = DialectMemory()
        for _ in 0..<200 {
            let flag = Int.random(in: 0...15, using: &random)
            let segment = "ST=31;CN=9015;PW=1;MN=KA1;Flag=\(flag);CP=&&&&"
            memory.observe(HeardFrame(try #require(Wire.accepted(Wire.frame(segment)))))
            #expect(memory.dialect == .unknown, "seed \(seed)")
        }
    }
}
