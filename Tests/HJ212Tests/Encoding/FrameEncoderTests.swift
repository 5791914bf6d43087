import HJ212
import TestMaterial
import Testing

struct FrameEncoderTests {
    private static let header = Header(
        qn: QN("20261123140000000"), st: "31", cn: .hourValues, pw: "123456", mn: "010000A8900016F000169DC0",
        flag: Flag(5))

    @Test(arguments: [Wire.official2017, Wire.hour])
    func `a canonical frame is written back to the same bytes`(bytes: [UInt8]) throws {
        let frame = try #require(Wire.accepted(bytes))
        #expect(try FrameEncoder.encode(header: frame.header, items: frame.groups) == bytes)
    }

    @Test func `fields are put into the order of the standard`() throws {
        let header = Header(
            fields: [Field("Flag", "4"), Field("Net", "5G"), Field("CN", "2011"), Field("ST", "31"), Field("QN", "1")])
        let bytes = try FrameEncoder.encode(header: header)
        #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("##0040QN=1;ST=31;CN=2011;Flag=4;Net=5G;CP=&&&&"))
    }

    @Test(arguments: [(Flag(6), "PNUM=0003;PNO=0001"), (Flag(10), "PNUM=3;PNO=1")])
    func `packet numbers have the digits of the edition`(flag: Flag, text: String) throws {
        let header = Header(st: "31", cn: 2051, flag: flag, pnum: 3, pno: 1, resent: true)
        let bytes = try FrameEncoder.encode(header: header)
        #expect(String(decoding: bytes, as: UTF8.self).contains(";\(text);RF=1;CP="))
    }

    @Test(arguments: [
        ("", "1"), ("a b", "1"), ("a=b", "1"), ("a;b", "1"), ("流量", "1"), ("a", "1;2"), ("a", "1,2"), ("a", "1&2"),
        ("a", "1\n"), ("a", " 1"), ("a", "//open"), ("a", "//x//;y//"), ("a", "//"), ("a", "//;"),
    ])
    func `what would break a frame apart is refused`(key: String, value: String) {
        #expect(throws: EncodingRefusal.unfitText(name: key)) {
            try FrameEncoder.encode(header: Self.header, items: [[Item(key: key, value: value)]])
        }
    }

    @Test(arguments: ["ST", "CN"])
    func `a frame without system code or command is refused`(name: String) {
        let fields = [Field("ST", "31"), Field("CN", "2011")].filter { $0.name != name }
        #expect(throws: EncodingRefusal.missingField(name)) {
            try FrameEncoder.encode(header: Header(fields: fields))
        }
    }

    @Test func `1024 bytes of segment fit and 1025 do not`() throws {
        let empty = try FrameEncoder.encode(header: Self.header, items: [[Item(key: "a", value: "")]]).count - 12
        let fitting = Item(key: "a", value: String(repeating: "7", count: 1024 - empty))
        #expect(try FrameEncoder.encode(header: Self.header, items: [[fitting]]).count == 1036)
        #expect(throws: EncodingRefusal.segmentTooLong(byteCount: 1025, byteCountMax: 1024)) {
            try FrameEncoder.encode(header: Self.header, items: [[Item(key: "a", value: fitting.value + "7")]])
        }
    }

    @Test(arguments: [11, 12, 13] as [UInt64])
    func `whatever is written is read back`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let alphabet = Array("aZ09=-./;, &鉴#\\")
        for _ in 0..<300 {
            let groups = (0..<Int.random(in: 0...3, using: &random)).map { group in
                (0...Int.random(in: 0...2, using: &random)).map { item in
                    let text = String((0..<6).compactMap { _ in alphabet.randomElement(using: &random) })
                    let value = Bool.random(using: &random) ? text : "//\(text)//"
                    return Item(key: "k\(group)\(item)", value: value, group: group)
                }
            }
            guard let bytes = try? FrameEncoder.encode(header: Self.header, items: groups) else { continue }
            let frame = try #require(Wire.accepted(bytes), "seed \(seed)")
            #expect(frame.header == Self.header, "seed \(seed)")
            #expect(frame.groups == groups, "seed \(seed)")
        }
    }
}
