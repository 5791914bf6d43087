import HJ212
import TestMaterial
import Testing

struct LikenessTests {
    private static func likeness(of stream: [UInt8]) -> [Likeness?] { Wire.scan(stream).map { $0.rejected?.likeness } }

    @Test(arguments: CRCVariant.allCases.filter(\.isForeign), [false, true])
    func `a foreign CRC of two raw bytes is recognised in either order`(
        variant: CRCVariant, isSwapped: Bool
    ) throws {
        let areas = (0..<5000).map { Wire.segment("a=\($0)") }
        let segment = try #require(
            areas.first { area in
                let value = variant.value(over: area.utf8) ?? 0
                return value & 0x8080 == 0x8080
            })
        let value = try #require(variant.value(over: segment.utf8))
        let raw = isSwapped ? value.byteSwapped : value
        let head = Array("##\(Wire.padded("\(segment.utf8.count)", 4))\(segment)".utf8)
        let stream = head + [UInt8(raw >> 8), UInt8(raw & 0xFF), 13, 10]
        #expect(Self.likeness(of: stream + Wire.hour) == [.rawForeignCRC, nil])
        #expect(Self.likeness(of: head + [UInt8(raw >> 8) ^ 0x10, UInt8(raw & 0xFF), 13, 10]) == [nil])
    }

    @Test(arguments: [
        (Array("##00010206ST=31;CN=2011;CP=&&&&ABCD\r\n".utf8), Likeness?.none),
        (Array("##0001020ST=31".utf8), nil), (Array("##000102061234=1".utf8), nil), (Array("##00010206".utf8), nil),
        ([0, 1, 0, 0, 0, 6, 1, 3, 0, 0, 0, 10], .modbusTCP), ([0, 1, 0, 1, 0, 6, 1, 3, 0, 0, 0, 10], nil),
        ([0, 1, 0, 0, 0, 6, 1, 3, 0, 0, 0], nil), ([0, 1, 0, 0, 0, 2, 1, 0x83], nil),
        (Array("GET / HTTP/1.1\r\n".utf8), .http), (Array("GETTING".utf8), nil), ([0x16, 3, 1, 2, 0], .tls),
        ([0x16, 3], nil), (Array("noise".utf8), nil),
    ])
    func `foreign traffic is recognised`(stream: [UInt8], likeness: Likeness?) {
        #expect(Self.likeness(of: stream) == [likeness])
    }

    @Test func `each likeness has its words`() {
        #expect(Set(Likeness.allCases.map(\.words)).count == Likeness.allCases.count)
    }

    @Test(arguments: [61, 62] as [UInt64])
    func `any bytes have a likeness or none, without a fall`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let beginnings = ["", "##", "##0005", "##00010004ST", "GET /", "\u{16}\u{3}", "\0\u{1}\0\0\0\u{2}"]
        for _ in 0..<2000 {
            let tail = (0..<Int.random(in: 0...12, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random)
            }
            let stream = Array((beginnings.randomElement(using: &random) ?? "").utf8) + tail
            #expect(Wire.scan(stream).allSatisfy { $0.rejected.map { $0.likeness?.words.isEmpty != true } ?? true })
        }
    }
}
