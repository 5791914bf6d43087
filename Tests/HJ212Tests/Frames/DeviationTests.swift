import Foundation
import HJ212
import Testing

struct DeviationTests {
    @Test(arguments: [
        ("a21026-Avg=1,a21026-Flag=N;a21002-Avg=2", []),
        ("BeginTime=20261123130000,EndTime=20261123140000", []),
        ("PolId=w01019,i12001-Info=0,i12002-Info=0;PolId=w21001,i12001-Info=0", []),
        ("SystemTime=20261123130000", []),
        ("i11001-Info=//a;b,c=d//;a=1", []),
        ("a21026-Avg=1;", ["trailing-semicolon"]),
        (";a21026-Avg=1", ["empty-item"]),
        ("a=1;;b=2", ["empty-item"]),
        ("a21026-Avg = 1", ["blanks"]),
        ("a21026- Avg=1", ["blanks"]),
        (" ", ["blanks"]),
        ("orphan", ["missing-equals-sign"]),
        ("a34001-Rtd=92;Flag=N", ["bare-flag"]),
        ("A18-flag=N", ["suffix-spelling"]),
        ("LA-td=50.1", ["suffix-spelling"]),
        ("a21026-Avg=1,a21002-Avg=2", ["comma-between-factors"]),
        ("a21026-Avg=1;a21026-Avg=2", ["repeated-key"]),
        ("DataTime=20261123130000000", ["odd-data-time"]),
        ("DataTime=20261323130000", ["odd-data-time"]),
    ])
    func `what deviates in a data area is named`(area: String, deviations: [String]) {
        #expect(Wire.accepted(Wire.frame(Wire.segment(area)))?.deviations.map(\.rawValue) == deviations)
    }

    @Test(arguments: [
        ("ST=31;QN=20261123140000000;CN=2011;MN=1;Flag=4;CP=&&&&", ["field-order"]),
        ("QN=20261123140000000;ST=31;CN=2011;MN=1;Flag=6;PNO=1;PNUM=2;CP=&&&&", []),
        ("QN=20261123140000000,ST=31;CN=2011;MN=1;Flag=4;CP=&&&&", ["comma-in-header"]),
        ("QN=20261123140000000;ST=31;CN=2011;MN=1;Flag=4CP=&&&&", ["missing-separator"]),
        ("QN=20261123140000000;ST=31;ST=32;CN=2011;MN=1;Flag=4;CP=&&&&", ["repeated-field"]),
        ("QN=20261123140000000;ST=31;CN=2011;MN=1;Flag=4;Net=5G;CP=&&&&", ["unknown-field"]),
        ("QN=;ST=31;CN=2011;MN=1;Flag=4;CP=&&&&", ["odd-qn"]),
        ("QN=1617956098211;ST=31;CN=2011;MN=1;Flag=4;CP=&&&&", ["odd-qn"]),
        ("QN=20261123140000000;ST=31;CN=2011;MN=1;CP=&&&&", ["missing-flag"]),
        ("QN=20261123140000000;ST=31;CN=2011;MN=1;Flag=300;CP=&&&&", ["odd-flag"]),
        ("QN=20261123140000000;ST=31;CN=2011;MN=1;Flag=7;CP=&&&&", ["missing-packet-numbers"]),
        (";QN=20261123140000000;ST=31;CN=2011;MN=1;Flag=4;CP=&&&&", ["separator-after-length"]),
        ("QN=20261123140000000;ST=31;CN=2011;MN= 1;Flag=4;CP=&&&&", ["blanks"]),
        ("QN=20261123140000000;ST=31;CN=2011;MN=1;CP=&&a=1&&;Flag=4", ["text-after-data-area"]),
        ("QN=20261123140000000;ST=31;CN=2011;MN=1;Flag=4;CP=&&a=1", ["missing-closing-mark"]),
    ])
    func `what deviates in a segment is named`(segment: String, deviations: [String]) {
        #expect(Wire.accepted(Wire.frame(segment))?.deviations.map(\.rawValue) == deviations)
    }

    @Test func `text that is not UTF-8 shows as replacement and is named`() throws {
        let segment = Array(Wire.head.utf8) + Array("CP=&&i11001-Info=//".utf8) + [0xB7, 0xCF] + Array("//&&".utf8)
        let stream =
            Array("##\(Wire.padded("\(segment.count)", 4))".utf8) + segment
            + Array("\(Wire.hex(CRC16.hj212(segment)))\r\n".utf8)
        let frame = try #require(Wire.accepted(stream))
        #expect(frame.deviations == [.notUTF8, .gbkText])
        #expect(frame.items.first?.value.contains("\u{FFFD}") == true)
        #expect(frame.bytes == stream)
    }

    @Test func `the room's document names each deviation`() throws {
        let repository = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        let document = try String(contentsOf: repository.appending(path: "Sources/HJ212/HJ212.md"), encoding: .utf8)
        #expect(Deviation.allCases.filter { !document.contains("`\($0.rawValue)`") } == [])
    }

    @Test func `names are in kebab case`() {
        #expect(Deviation.allCases.allSatisfy { $0.rawValue.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" } })
    }
}
