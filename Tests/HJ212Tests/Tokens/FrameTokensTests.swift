import TestMaterial
import Testing

@testable import HJ212

/// The quick reader must say what the lenient one says, or nothing.
struct FrameTokensTests {
    @Test func `an hour frame is taken apart by name`() throws {
        var scanner = FrameScanner()
        scanner.append(Array("noise".utf8) + Wire.hour)
        guard case .other = scanner.nextTokens(), case .canonical(let tokens)? = scanner.nextTokens() else {
            Issue.record("noise and a canonical frame were sent")
            return
        }
        #expect(tokens.offset == 5 && Array(tokens.bytes) == Wire.hour.dropLast(2))
        #expect(tokens[.mn].map { String(decoding: $0, as: UTF8.self) } == "010000A8900016F000169DC0")
        #expect(tokens[.rf] == nil)
        let item = try #require(tokens.items.dropFirst().first)
        #expect(String(decoding: tokens[item.factor], as: UTF8.self) == "a21026")
        #expect(String(decoding: tokens[item.value], as: UTF8.self) == "35.2")
        #expect(item.suffix == .avg && item.group == 1)
    }

    @Test(arguments: [
        "", "DataTime=20261123130000", "a=1,b=2;c=3", "a-b-Info=x", "-Rtd=1", "a-=1", "a-Rtd=", "a-RTD=1,b-td=-2.50",
        "a=b=c", "PolId=w01018;BeginTime=1,EndTime=2", "a-samplereadings=1", "a/b=/1/", "100000-Ia=3",
    ])
    func `what has the canonical shape is read by tokens`(area: String) {
        #expect(FrameTokens(canonical: Array(Wire.segment(area).utf8), 0..<Wire.segment(area).utf8.count) != nil)
        expectAgreement(Array(Wire.segment(area).utf8))
    }

    @Test(arguments: [
        "a=1;", ";a=1", "a=1;;b=2", "a", "=1", "a =1", "a= 1", "a=1 2", "i11001-Info=//a//", "a=&b", "a=校", "a=1\t",
    ])
    func `what has not is left to the lenient reader`(area: String) {
        #expect(FrameTokens(canonical: Array(Wire.segment(area).utf8), 0..<Wire.segment(area).utf8.count) == nil)
    }

    @Test(arguments: [
        "ST=31;CN=2011;MN=1;Flag=4;CP=&&&&", "ST=31;QN=;CP=&&a=1&&", "CP=&&a=1&&", "ST=31;ST=32;CP=&&&&",
        "Net=5G;CP=&&&&", "ST=31CP=&&&&", "ST=31,CN=1;CP=&&&&", "ST=31;CP=&&&", "ST=31;CP=&&", "ST=CP=&&;CP=&&a=1&&",
        "ST=31;CP=&&a=1&&;Flag=4", "QN=1;CN=2011", "PNUM=2;PNO=1;RF=1;CP=&&&&", "", "&&", "ABCDE=1;CP=&&&&",
    ])
    func `headers of every kind are read alike`(segment: String) {
        expectAgreement(Array(segment.utf8))
    }

    @Test func `one byte changed anywhere is read alike`() {
        let segment = Array(Wire.segment("DataTime=20261123130000;a21026-Avg=35.2,a21026-Flag=N").utf8)
        for place in segment.indices {
            for value in UInt8.min...UInt8.max {
                var changed = segment
                changed[place] = value
                expectAgreement(changed)
            }
            expectAgreement(Array(segment.prefix(place)))
            expectAgreement(Array(segment.suffix(place)))
        }
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `random splices are read alike`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let parts = [
            "QN=20261123140000000;", "ST=31;", "CN=2061;", "Flag=5;", "MN=1;", "CP=&&", "&&", "a21026-Avg=3", ";", ",",
            "=", "-", "Flag=N", "a-ZsRtd=1", " ", "//", "x", "&", "DataTime=20261123130000", "校",
        ]
        for _ in 0..<4000 {
            let count = Int.random(in: 0...14, using: &random)
            let text = (0..<count).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
            expectAgreement(Array((Bool.random(using: &random) ? text : Wire.segment(text)).utf8), "seed \(seed)")
        }
    }

    /// Both readers, on a segment that stands behind other bytes as in a frame.
    private func expectAgreement(_ segment: [UInt8], _ comment: Comment? = nil) {
        let bytes = Array("##0000".utf8) + segment
        guard let tokens = FrameTokens(canonical: bytes, 6..<bytes.count) else { return }
        let lenient = SegmentReading(lenient: bytes[6...])
        #expect(ItemSigns(tokens) == ItemSigns(lenient.items), comment)
        let isSame = tokens.header == lenient.header && tokens.items.map(tokens.item) == lenient.items
        let text = String(decoding: segment, as: UTF8.self)
        #expect(isSame && lenient.deviations.isEmpty, "\(text) \(comment ?? "")")
        for (token, item) in zip(tokens.items, lenient.items) {
            let isAlike =
                token.suffix == item.suffix && String(decoding: tokens[token.factor], as: UTF8.self) == item.factor
            #expect(isAlike, "\(item) in \(text) \(comment ?? "")")
        }
    }
}
