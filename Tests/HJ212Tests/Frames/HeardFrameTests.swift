import TestMaterial
import Testing

@testable import HJ212

/// What is read once must be what the frame's own readings say, and what all its items weighed together say.
struct HeardFrameTests {
    private static let headers = [
        "QN=20261123140000000;", "QN=20261123140000001;", "QN=1;", "QN=;", "ST=31;", "ST=21;", "ST=91;", "CN=2011;",
        "CN=2061;", "CN=9013;", "CN=1021;", "CN=2111;", "CN=1001;", "PW=123456;", "MN=88888880000001;",
        "MN=010000A8900016F000169DC0;", "MN=A140100_2006;", "MN=;", "Flag=0;", "Flag=4;", "Flag=9;", "Flag=12;",
        "RF=1;", " CN=2011;", "CN=2011,",
    ]
    private static let items = [
        "DataTime=20261123140000", "DataTime=20261323140000", "DataTime =20261123140000", "DataTime-Avg=3", "QN=1",
        "a05002-Rtd=1", "w01018-Avg=2.5", "B01-Flag=N", "011-Rtd=9", "b01-RTD=8", "a5-x-Info=//a;b//", "101-ZsAvg=",
        "A-Avg=1", "", "oddity",
    ]

    @Test(arguments: [61, 62, 63, 64] as [UInt64])
    func `a frame heard says what the frame says`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var dialects: Set<Dialect> = []
        for _ in 0..<1500 {
            let header = Self.headers.shuffled(using: &random).prefix(Int.random(in: 2...9, using: &random)).joined()
            let area = (0..<Int.random(in: 0...6, using: &random))
                .compactMap { _ in Self.items.randomElement(using: &random) }.joined(separator: ";")
            guard let frame = Wire.accepted(Wire.frame("\(header)CP=&&\(area)&&")) else { continue }
            let heard = HeardFrame(frame)
            let weighed = DialectSigns(header: frame.header, items: ItemSigns(frame.items)).dialect
            let comment: Comment = "seed \(seed): \(header)\(area)"
            #expect(heard.dataTime == frame.dataTime, comment)
            #expect(heard.qn == frame.header.qn && heard.mn == frame.header.mn && heard.cn == frame.header.cn, comment)
            #expect(heard.flag == frame.header.flag && heard.pno == frame.header.pno, comment)
            #expect(heard[.st] == frame.header.st && heard[.pw] == frame.header.pw, comment)
            #expect(heard.dialect == weighed && frame.dialect == weighed, "seed \(seed): \(header)\(area)")
            dialects.insert(weighed)
        }
        #expect(dialects.count >= 4, "seed \(seed): too few manners were tried")
    }
}
