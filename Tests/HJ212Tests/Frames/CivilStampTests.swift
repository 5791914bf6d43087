import HJ212
import TestMaterial
import Testing

struct CivilStampTests {
    @Test(
        arguments: [
            ("19700101080000", 0),
            ("19700101000000", -28_800_000),
            ("20240229235959", 1_709_222_399_000),
            ("20261123140000123", 1_795_413_600_123),
            ("99991231235959999", 253_402_271_999_999),
            ("00010101000000", -62_135_625_600_000),
        ] as [(String, Int64)])
    func `a wire time names a moment and comes back`(text: String, milliseconds: Int64) throws {
        let stamp = try #require(CivilStamp(text))
        #expect(stamp.millisecondsSince1970 == milliseconds)
        #expect(CivilStamp(millisecondsSince1970: milliseconds) == stamp)
        #expect(text.utf8.count == 14 ? stamp.text14 == text : stamp.text17 == text)
    }

    @Test(arguments: [
        "", "2026112314000", "202611231400000", "20261323140000", "20260230140000", "20230229140000", "21000229000000",
        "20261123240000", "20261123146000", "20261123140060", "00000101000000", "2026112314000a", "+2026112314000",
        "20261123140000 ", "２０２６１１２３１４００００",
    ])
    func `what is no calendar time is refused`(text: String) {
        #expect(CivilStamp(text) == nil)
    }

    @Test func `a moment outside the four-digit years is a programmer error`() async {
        await #expect(processExitsWith: .failure) {
            _ = CivilStamp(millisecondsSince1970: 253_402_272_000_000)
        }
    }

    @Test(arguments: [7, 8] as [UInt64])
    func `every moment comes back`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let range: ClosedRange<Int64> = -62_135_625_600_000...253_402_271_999_999
        var previous = CivilStamp(millisecondsSince1970: range.lowerBound)
        for moment in (0..<2000).map({ _ in Int64.random(in: range, using: &random) }).sorted() {
            let stamp = CivilStamp(millisecondsSince1970: moment)
            #expect(stamp.millisecondsSince1970 == moment, "seed \(seed)")
            #expect(CivilStamp(stamp.text17) == stamp, "seed \(seed)")
            #expect(previous <= stamp && previous.text17 <= stamp.text17, "seed \(seed)")
            previous = stamp
        }
    }
}
