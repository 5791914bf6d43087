import HJ212
import TestMaterial
import Testing

/// The thirty pitfalls of the field. `docs/method/hj212-pitfalls.md` has the same numbers and names.
struct PitfallTests {
    /// Bytes that fell into a pitfall, and what the kit makes of them: per event `accepted` or the reason, then the
    /// deviations or the likeness.
    struct Row: Sendable, CustomTestStringConvertible {
        let number: Int
        let stream: [UInt8]
        let outcomes: [String]

        init(_ number: Int, _ stream: [UInt8], _ outcomes: String...) {
            self.number = number
            self.stream = stream
            self.outcomes = outcomes
        }

        /// A frame around a segment.
        init(_ number: Int, segment: String, _ outcome: String) {
            self.init(number, Wire.frame(segment), outcome)
        }

        /// A frame of hour values around a data area.
        init(_ number: Int, area: String, _ outcome: String) {
            self.init(number, Wire.frame(Wire.segment(area)), outcome)
        }

        var testDescription: String { "\(number) \(outcomes)" }
    }

    private static let bare = "ST=31;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&&&"
    private static let timeSet = "QN=;ST=23;CN=1012;PW=1;MN=1;CP=&&SystemTime=20250221141050696&&"
    private static let rawCRC: [UInt8] = {
        let segment = Self.segment { $0 & 0x8080 == 0x8080 }
        let value = CRC16.hj212(segment.utf8)
        return Array("##\(Wire.padded("\(segment.utf8.count)", 4))\(segment)".utf8)
            + [UInt8(value >> 8), UInt8(value & 0xFF), 13, 10]
    }()
    private static let shortCRC: [UInt8] = {
        let segment = Self.segment { $0 < 0x100 }
        return Wire.frame(segment, crc: String(CRC16.hj212(segment.utf8), radix: 16, uppercase: true))
    }()
    private static let gbk: [UInt8] = {
        let segment =
            Array(Wire.head.utf8) + Array("CP=&&i11001-Info=//".utf8) + [0xB7, 0xCF, 0xCB, 0xAE]
            + Array("//&&".utf8)
        return Array("##\(Wire.padded("\(segment.count)", 4))".utf8) + segment
            + Array("\(Wire.hex(CRC16.hj212(segment)))\r\n".utf8)
    }()

    /// A segment whose check is as wanted.
    private static func segment(withCRC isWanted: (UInt16) -> Bool) -> String {
        let segments = (0..<5000).lazy.map { Wire.segment("a=\($0)") }
        return segments.first { (segment: String) in isWanted(CRC16.hj212(segment.utf8)) } ?? ""
    }

    private static func foreign(_ segment: String, _ variant: CRCVariant) -> [UInt8] {
        Wire.frame(segment, crc: Wire.hex(variant.value(over: segment.utf8) ?? 0))
    }

    private static let ofWire: [Row] = [
        Row(1, foreign(bare, .modbus), "foreign-crc"), Row(1, foreign(bare, .modbusSwapped), "foreign-crc"),
        Row(2, Wire.frame(bare, crc: Wire.hex(CRC16.hj212(bare.utf8)).lowercased()), "accepted lower-case-crc"),
        Row(2, shortCRC, "accepted short-crc"), Row(2, rawCRC, "accepted raw-crc"),
        Row(3, Wire.frame(bare, tail: ""), "accepted missing-tail"),
        Row(3, Wire.frame(bare, tail: "\n"), "accepted lf-tail"),
        Row(3, Wire.frame(bare, tail: #"\r\n"#), "accepted written-out-tail"),
        Row(4, Wire.frame(bare, length: "\(bare.utf8.count)"), "accepted short-length-field"),
        Row(4, Wire.frame(bare, length: "0111"), "accepted wrong-length"),
        Row(4, Wire.frame(Wire.segment("i11001-Info=//校准//"), length: "0105"), "accepted length-in-characters"),
        Row(5, area: "a=\(String(repeating: "7", count: 1000))", "accepted long-segment"),
        Row(6, Wire.hour + Wire.hour + Wire.official2017, "accepted", "accepted", "accepted"),
        Row(7, area: "i11001-Info=//\(String(decoding: Wire.official2017, as: UTF8.self))//", "accepted"),
        Row(8, segment: String(bare.dropLast(2)), "accepted missing-closing-mark"),
        Row(8, area: "a=1;", "accepted trailing-semicolon"),
        Row(8, segment: ";\(bare)", "accepted separator-after-length"),
        Row(8, segment: "\(bare);", "accepted text-after-data-area"),
        Row(9, area: " ", "accepted blanks"), Row(9, area: "PolId =w01018", "accepted blanks"),
        Row(9, segment: bare.replacing("MN=", with: "MN= "), "accepted blanks"),
        Row(
            26, Wire.hour + [0, 1, 0, 0, 0, 6, 1, 3, 0, 0, 0, 10] + Wire.hour, "accepted", "no-frame-head modbus-tcp",
            "accepted"),
        Row(26, Array("GET / HTTP/1.1\r\n\r\n".utf8), "no-frame-head http"),
        Row(27, Array("##0001".utf8) + Wire.frame(bare).dropFirst(2), "accepted vendor-header"),
    ]

    private static let ofHeader: [Row] = [
        Row(10, segment: "ST=32;CN=2051;QN=20190424002721168;PW=1;MN=1;Flag=5;CP=&&&&", "accepted field-order"),
        Row(10, segment: "QN=20190424002721168;ST=32;CN=2051;MN=1;PW=1;Flag=5;CP=&&&&", "accepted field-order"),
        Row(
            10, segment: "QN=20190424002721168;ST=32;CN=2051;PW=1;MN=1;CP=&&&&;Flag=5",
            "accepted text-after-data-area"),
        Row(11, segment: "QN=;\(bare)", "accepted odd-qn"), Row(11, segment: "QN=12345;\(bare)", "accepted odd-qn"),
        Row(11, segment: "QN=2026112314000000?;\(bare)", "accepted odd-qn"),
        Row(12, segment: bare.replacing("010000A8900016F000169DC0", with: "MP1"), "accepted"),
        Row(12, segment: bare.replacing("010000A8900016F000169DC0", with: "JLYP01_AIR01_0001"), "accepted"),
        Row(12, segment: bare.replacing("PW=123456", with: "PW=BF470F88957588DE902D1A52"), "accepted"),
        Row(13, segment: bare.replacing("Flag=4;", with: ""), "accepted missing-flag"),
        Row(13, segment: "QN=20190424002721168;\(bare.replacing("Flag=4", with: "Flag=0"))", "accepted"),
        Row(13, segment: bare.replacing("Flag=4", with: "Flag=7"), "accepted missing-packet-numbers"),
        Row(13, segment: bare.replacing("Flag=4;", with: "Flag=7;PNO=0001;PNUM=0002;"), "accepted"),
        Row(13, segment: bare.replacing("Flag=4;", with: "Flag=7;PNUM=0002;PNO=0003;"), "accepted odd-packet-numbers"),
        Row(
            22, Wire.frame(timeSet, length: "\(timeSet.utf8.count)"),
            "accepted short-length-field odd-qn missing-flag odd-time"),
        Row(28, segment: "QN=20190430101750562;ST=21;CN=2011;PW=1;MN=A140100_2006;Flag=9;CP=&&&&", "accepted"),
        Row(30, segment: "QN=20160801085857534,\(bare)", "accepted comma-in-header"),
        Row(30, segment: bare.replacing("Flag=4;CP", with: "Flag=4CP"), "accepted missing-separator"),
        Row(30, area: "01018-Rtd=1", "accepted odd-factor-code"),
    ]

    private static let ofArea: [Row] = [
        Row(11, area: "DataTime=20261123130000000", "accepted odd-data-time"),
        Row(11, area: "SystemTime=20261123130000000", "accepted odd-time"),
        Row(11, area: "w01018-SampleTime=2026112313", "accepted odd-time"),
        Row(14, area: "a34001-Rtd=92;Flag=N", "accepted bare-flag"),
        Row(14, area: "A18-flag=N", "accepted suffix-spelling"),
        Row(14, area: "LA-td=50.1", "accepted suffix-spelling"),
        Row(14, area: "A01001-Rtd=1", "accepted odd-factor-code"),
        Row(15, area: "a21026-Avg=1,a21002-Avg=2", "accepted comma-between-factors"),
        Row(15, area: "a21026-Avg=1;a21026-Flag=N", "accepted semicolon-in-factor"),
        Row(16, area: "a21026-i22004-Info=1", "accepted"),
        Row(16, area: "PolId=w01019,i12001-Info=0,i12002-Info=0;PolId=w21001,i12001-Info=0", "accepted"),
        Row(17, area: "O3-Rtd=1;VOC-Rtd=2;LAMPBLACK-Avg=3;ele01-Rtd=1", "accepted odd-factor-code"),
        Row(17, area: "831-Rtd=1;a34514-Rtd=2;l01001-Rtd=119.9;100000-Ia=401.4", "accepted"),
        Row(18, area: "a21026-Rtd=-999;a21002-Rtd=-00999.000;w01018-Rtd=NFFF;a34013-Rtd=999.99", "accepted"),
        Row(
            19, segment: "ST=32;CN=2011;PW=123456;MN=81733553216204;CP=&&DataTime=20240123131500;011-Rtd=32.439&&",
            "accepted"),
        Row(20, Wire.hour + Wire.hour, "accepted", "accepted"),
        Row(21, area: "DataTime=20000229130000;a21026-Avg=1", "accepted"),
        Row(23, area: "DataTime=20261123140000;a21026-Avg=1", "accepted"),
        Row(24, area: "DataTime=20261123210001;a21026-Avg=1", "accepted unaligned-data-time"),
        Row(25, gbk, "accepted not-utf8 gbk-text"),
        Row(
            29, segment: "QN=20150430135830001;ST=32;CN=2011;PW=1;MN=88888880000001;Flag=1;CP=&&011-Rtd=9&&",
            "accepted"),
    ]

    static let rows = ofWire + ofHeader + ofArea

    private static func outcome(_ event: ScanEvent) -> String {
        switch event {
        case .accepted(let frame): (["accepted"] + frame.deviations.map(\.rawValue)).joined(separator: " ")
        case .quarantined(let stretch):
            ([stretch.reason.code] + (stretch.likeness.map { [$0.rawValue] } ?? [])).joined(separator: " ")
        }
    }

    @Test(arguments: rows)
    func `each pitfall has its verdict, however the stream is cut`(row: Row) {
        #expect(Wire.scan(row.stream).map(Self.outcome) == row.outcomes)
        #expect(Wire.scan(row.stream, cutAt: Array(1..<row.stream.count)).map(Self.outcome) == row.outcomes)
    }

    @Test func `the method page names the same verdicts for all thirty`() throws {
        let table = try RepositoryFile.table("| no. | seen in the field | what the kit says |", in: Self.page)
        #expect(table.map { $0[0] } == (1...30).map(String.init))
        let text = try RepositoryFile.text(Self.page)
        for number in 1...30 {
            let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("| \(number) |") })
            let named = Set(line.matches(of: /`([a-z0-9-]+)`/).map { String($0.1) })
            let words = Self.rows.filter { $0.number == number }.flatMap(\.outcomes).flatMap {
                $0.split(separator: " ")
            }
            #expect(!words.isEmpty, "pitfall \(number) has no row")
            #expect(named == Set(words.map(String.init)).subtracting(["accepted"]), "pitfall \(number)")
        }
    }

    private static let page = "docs/method/hj212-pitfalls.md"

    // MARK: - Behaviours behind the verdict

    @Test func `pitfall 22: setting the time is a request, which nobody answers with data`() throws {
        let stream = try #require(Self.rows.first { $0.number == 22 }).stream
        let frame = try #require(Wire.accepted(stream))
        #expect(DeviceMessage(reading: frame) == nil && !frame.wantsAnswer)
        let time = try #require(CivilStamp("20250221141050696"))
        #expect(PlatformRequest(reading: frame) == .setTime(time))
    }

    @Test func `pitfalls 20 and 21: QN and data time stand beside each other, however far apart`() throws {
        let stream = try #require(Self.rows.first { $0.number == 21 }).stream
        let frame = try #require(Wire.accepted(stream))
        #expect(frame.header.qn?.stamp?.year == 2026 && frame.dataTime?.year == 2000 && !frame.header.resent)
    }

    @Test func `pitfall 28: Flag 9 of a surface-water station is not 2025`() throws {
        let stream = try #require(Self.rows.first { $0.number == 28 }).stream
        let frame = try #require(Wire.accepted(stream))
        #expect(frame.dialect == .hj1404 && frame.dialect.jsonName == "unknown")
        let answer = try #require(Answer.dataAnswer(to: frame))
        #expect(String(decoding: answer, as: UTF8.self).contains("Flag=8;CP=&&&&"))
    }

    @Test(arguments: ["OverTime", "Overtime"])
    func `pitfall 30: fields are read in the spellings of the standard's own examples`(name: String) throws {
        let segment = "QN=20160801085857223;ST=32;CN=1000;PW=1;MN=1;Flag=5;CP=&&\(name)=5;ReCount=3&&"
        let frame = try #require(Wire.accepted(Wire.frame(segment)))
        #expect(PlatformRequest(reading: frame) == .setTimeouts(overTimeS: 5, reCount: 3))
    }
}
