import HJ212
import Testing

struct FrameScannerTests {
    @Test func `the official frame is read whole`() throws {
        let frame = try #require(Wire.accepted(Wire.official2017))
        #expect(frame.offset == 0)
        #expect(frame.bytes == Wire.official2017)
        #expect(frame.bytes.count == 113)
        #expect(frame.crc == .hj212)
        #expect(frame.deviations == [])
        #expect(frame.header.qn?.text == "20160801085857223")
        #expect(frame.header.cn == 1062)
        #expect(frame.items == [Item(key: "RtdInterval", value: "30")])
    }

    @Test func `a frame cut in half waits for its rest`() {
        var scanner = FrameScanner()
        scanner.append(Wire.hour.prefix(60))
        #expect(scanner.next() == nil)
        #expect(scanner.bufferedCount == 60)
        scanner.append(Wire.hour.dropFirst(60))
        #expect(scanner.next()?.frame != nil)
        #expect(scanner.next() == nil)
    }

    @Test func `glued frames and noise come out in order with their places`() {
        let noise = Array("noise".utf8)
        let events = Wire.scan(Wire.hour + noise + Wire.official2017 + Wire.hour)
        #expect(events.map(\.bytes) == [Wire.hour, noise, Wire.official2017, Wire.hour])
        #expect(events.map(\.offset) == [0, Wire.hour.count, Wire.hour.count + 5, Wire.hour.count + 5 + 113])
        #expect(events[1].rejected?.reason == .noFrameHead)
    }

    @Test func `a live logger that sends no tail is heard at its CRC`() {
        var scanner = FrameScanner()
        scanner.append(Wire.hour.dropLast(2))
        #expect(scanner.next()?.frame?.deviations == [])
        scanner.append("\r".utf8)
        #expect(scanner.next() == nil)
        scanner.append("\n".utf8)
        #expect(scanner.next() == nil)
        #expect(scanner.bufferedCount == 0)
        scanner.append(Wire.hour)
        #expect(scanner.next()?.frame?.offset == Wire.hour.count)
    }

    @Test(arguments: [
        ("\r\n", [], 2), ("\n", ["lf-tail"], 1), ("\r", ["cr-tail"], 1), ("", ["missing-tail"], 0),
        (#"\r\n"#, ["written-out-tail"], 4),
    ])
    func `an awaited tail belongs to the frame and is named`(tail: String, deviations: [String], length: Int) throws {
        let bare = Wire.hour.dropLast(2)
        for rest in [[], Wire.hour] {
            let events = Wire.scan(bare + Array(tail.utf8) + rest)
            let first = try #require(events.first?.frame)
            #expect(first.deviations.map(\.rawValue) == deviations)
            #expect(first.bytes.count == bare.count + length)
            #expect(events.count == (rest.isEmpty ? 1 : 2))
        }
    }

    @Test(arguments: [
        (
            "81", "QN=;ST=23;CN=1012;PW=1;MN=0507A010003242;CP=&&SystemTime=2025022114105069612345&&",
            "short-length-field"
        ),
        ("0200", Wire.segment("a=1"), "wrong-length"),
        ("0020", Wire.segment("a=1"), "wrong-length"),
        ("0105", Wire.segment("i11001-Info=//校准//"), "length-in-characters"),
    ])
    func `a length that deviates is tolerated when the CRC proves the segment`(
        length: String, segment: String, deviation: String
    ) {
        let stream = Wire.frame(segment, length: length)
        for rest in [[], Wire.hour, Array(repeating: UInt8(ascii: "x"), count: 300)] {
            let first = Wire.scan(stream + rest).first?.frame
            #expect(first?.deviations.map(\.rawValue).contains(deviation) == true)
            #expect(first?.bytes == stream)
        }
    }

    @Test func `a wrong length is not believed without the CRC`() {
        let events = Wire.scan(Wire.frame(Wire.segment("a=1"), length: "0020", crc: "0001") + Wire.hour)
        #expect(events.map { $0.rejected?.reason.code } == ["crc-mismatch", nil])
    }

    @Test func `a whole frame inside a text is text`() throws {
        let inner = String(decoding: Wire.official2017, as: UTF8.self)
        let frame = try #require(Wire.accepted(Wire.frame(Wire.segment("i11001-Info=//got \(inner), yes//"))))
        #expect(frame.items.map(\.value) == ["//got \(inner), yes//"])
        let damaged = Wire.scan(Wire.frame(Wire.segment("i11001-Info=//got \(inner), yes//"), crc: "0001"))
        #expect(damaged.count == 1 && damaged[0].frame == nil)
    }

    @Test(arguments: [
        ("1c80", ["lower-case-crc"]), ("1C80", []),
    ])
    func `CRC digits count in both cases`(crc: String, deviations: [String]) {
        let stream = Array(Wire.official2017.dropLast(6)) + Array("\(crc)\r\n".utf8)
        #expect(Wire.accepted(stream)?.deviations.map(\.rawValue) == deviations)
    }

    @Test func `a CRC without its leading zeros is read when a line end follows`() throws {
        let area = try #require((0..<5000).map { "a=\($0)" }.first { CRC16.hj212(Wire.segment($0).utf8) < 0x100 })
        let crc = String(CRC16.hj212(Wire.segment(area).utf8), radix: 16, uppercase: true)
        #expect(Wire.accepted(Wire.frame(Wire.segment(area), crc: crc))?.deviations == [.shortCRC])
    }

    @Test(arguments: [CRCVariant.modbus, .modbusSwapped])
    func `a foreign CRC is quarantined by name unless any is accepted`(variant: CRCVariant) throws {
        let segment = Wire.segment("a=1")
        let stream = Wire.frame(segment, crc: Wire.hex(try #require(variant.value(over: segment.utf8))))
        let rejected = try #require(Wire.scan(stream).first?.rejected)
        #expect(rejected.reason == .foreignCRC(variant))
        #expect(rejected.crc == variant)
        #expect("\(rejected.reason)".contains(variant.rawValue))
        #expect(rejected.reading?.items == [Item(key: "a", value: "1")])
        #expect(Wire.accepted(stream, ScanOptions(crc: .any))?.crc == variant)
    }

    @Test(arguments: [
        (Wire.frame("QN=1;CN=2011"), "no-data-area"),
        (Wire.frame(Wire.segment("a=1"), crc: "0001"), "crc-mismatch"),
        (Array(Wire.hour.prefix(40)), "stream-ended"),
        (Array("##0005ST=31;CN=2011;CP=&&a=1&&".utf8), "no-closing-mark"),
        (Array("##00010206ST=31".utf8), "stream-ended"),
        (Array("##".utf8), "no-frame-head"),
    ])
    func `what cannot be believed says why and keeps its bytes`(stream: [UInt8], code: String) {
        let events = Wire.scan(stream)
        #expect(events.map { $0.rejected?.reason.code } == [code])
        #expect(events.flatMap(\.bytes) == stream)
    }

    @Test func `a strict scanner quarantines any deviation and nothing else`() throws {
        let strict = ScanOptions(strictness: .strict)
        #expect(Wire.scan(Wire.official2017 + Wire.hour, strict).allSatisfy { $0.frame != nil })
        let events = Wire.scan(Wire.frame(Wire.segment("a=1;"), tail: "\n"), strict)
        #expect(events.first?.rejected?.reason == .deviations([.lineFeedTail, .trailingSemicolon]))
    }

    @Test func `line ends between frames are passed over, by a strict scanner not`() {
        let stream = Wire.hour + Array("\r\n\n".utf8) + Wire.hour
        #expect(Wire.scan(stream).map { $0.frame?.deviations } == [[], []])
        #expect(Wire.scan(stream, ScanOptions()).count == 2)
        #expect(Wire.scan(stream, ScanOptions(strictness: .strict)).count == 3)
    }

    @Test func `a longer segment than allowed is not waited for`() {
        let options = ScanOptions(segmentLengthMax: 200)
        let long = Wire.segment("a=\(String(repeating: "7", count: 120))")
        #expect(Wire.scan(Wire.frame(long) + Wire.hour, options).last?.frame?.bytes.count == Wire.hour.count - 2)
        let fitting = String(repeating: "7", count: 200 - Wire.segment("a=").utf8.count)
        #expect(Wire.accepted(Wire.frame(Wire.segment("a=\(fitting)")), options) != nil)
        #expect(Wire.accepted(Wire.frame(Wire.segment("a=\(fitting)7")), options) == nil)
    }

    @Test func `a settled line goes on`() {
        var scanner = FrameScanner()
        scanner.append(Wire.frame(Wire.segment("a=1"), length: "0300"))
        #expect(scanner.next() == nil)
        #expect(scanner.finish().map { $0.frame?.deviations } == [[.wrongLength]])
        scanner.append(Wire.hour)
        #expect(scanner.next()?.frame?.offset == Wire.frame(Wire.segment("a=1")).count)
    }
}
