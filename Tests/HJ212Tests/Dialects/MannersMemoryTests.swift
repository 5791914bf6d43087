import HJ212
import Testing

struct MannersMemoryTests {
    private static let of2005 = "QN=20261123140000001;ST=32;CN=2011;PW=1;MN=88888880000001;Flag=1;CP=&&011-Rtd=9&&"
    private static let of2017 = Wire.segment("DataTime=20261123130000;a21026-Avg=1")

    private static func heard(_ segment: String, proven crc: CRCVariant = .hj212) throws -> HeardFrame {
        let value = Wire.hex(try #require(crc.value(over: segment.utf8)))
        return HeardFrame(try #require(Wire.accepted(Wire.frame(segment, crc: value), ScanOptions(crc: .any))))
    }

    /// The checks as they are known after each of some frames.
    private static func checks(_ crcs: [CRCVariant]) throws -> [CRCVariant] {
        var memory = MannersMemory()
        return try crcs.map { crc in
            memory.observe(try heard(of2017, proven: crc))
            return memory.manners.crc
        }
    }

    @Test func `nothing is known before the first frame`() {
        let memory = MannersMemory()
        #expect(memory.isEmpty && memory.manners == Manners(dialect: .unknown, crc: .hj212))
    }

    @Test(
        arguments: [
            ([.modbus], [.modbus]),
            ([.modbus, .hj212, .modbus], [.modbus, .modbus, .modbus]),
            ([.modbus, .hj212, .hj212, .hj212], [.modbus, .modbus, .modbus, .hj212]),
            ([.modbus, .hj212, .hj212, .modbus, .hj212], [.modbus, .modbus, .modbus, .modbus, .modbus]),
            ([.hj212, .modbusSwapped, .modbusSwapped, .modbusSwapped], [.hj212, .hj212, .hj212, .modbusSwapped]),
        ] as [([CRCVariant], [CRCVariant])])
    func `the check of a device changes with three frames in a row and not before`(
        sent: [CRCVariant], known: [CRCVariant]
    ) throws {
        #expect(try Self.checks(sent) == known)
    }

    @Test func `an answer takes the layout and the check of the device, not those of one odd frame`() throws {
        let odd = try Self.heard(Self.of2017)
        let manners = Manners(dialect: .hjt2005, crc: .modbus)
        let bytes = try #require(Answer.dataAnswer(to: odd, in: manners))
        let answer = try #require(Wire.accepted(bytes, ScanOptions(crc: .any)))
        #expect(answer.crc == .modbus)
        #expect(answer.header.qn == nil && answer.value(of: "QN") == odd.qn?.text && answer.value(of: "CN") == "2061")
        let own = try #require(Answer.dataAnswer(to: odd.frame).flatMap { Wire.accepted($0) })
        #expect(own.header.qn == odd.qn && own.items.isEmpty && own.crc == .hj212)
    }

    @Test func `the dialect is that of the last frames together`() throws {
        var memory = MannersMemory()
        for _ in 0..<4 { memory.observe(try Self.heard(Self.of2005)) }
        memory.observe(try Self.heard(Self.of2017))
        #expect(memory.manners.dialect == .hjt2005)
    }
}
