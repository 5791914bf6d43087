import HJ212
import TestMaterial
import Testing

struct PlatformRequestTests {
    private static let qn = QN("20261123140000000")

    private static func bytes(
        _ request: PlatformRequest, _ dialect: Dialect, wantsAnswer: Bool = true
    ) throws(RequestRefusal) -> [UInt8] {
        let mn = dialect == .hjt2005 ? "88888880000001" : "010000A8900016F000169DC0"
        return try request.frame(
            qn: qn, st: "31", pw: "123456", mn: mn, edition: dialect, wantsAnswer: wantsAnswer)
    }

    private static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.dropFirst(6).dropLast(6), as: UTF8.self)
    }

    @Test(arguments: [21, 22, 23] as [UInt64], [Dialect.hjt2005, .hj2017, .hj2025])
    func `what the platform asks is read back and written again to the same bytes`(
        seed: UInt64, dialect: Dialect
    ) throws {
        var random = SeededGenerator(seed: seed)
        for request in (0..<20).flatMap({ _ in RequestSamples.requests(using: &random) }) {
            guard request.editions.contains(dialect.spokenEdition) else {
                #expect(throws: RequestRefusal.notInEdition(request.command, dialect.spokenEdition)) {
                    try Self.bytes(request, dialect)
                }
                continue
            }
            let bytes = try Self.bytes(request, dialect)
            let frame = try #require(Wire.accepted(bytes), "seed \(seed) \(request)")
            #expect(frame.deviations == [], "seed \(seed) \(request)")
            #expect(frame.wantsAnswer)
            let read = try #require(
                PlatformRequest(reading: frame, edition: dialect.spokenEdition), "seed \(seed) \(request)")
            #expect(read == request, "seed \(seed)")
            #expect(try Self.bytes(read, dialect) == bytes, "seed \(seed)")
            #expect(request.entry(in: dialect.spokenEdition) != nil, "\(request)")
        }
    }

    @Test(
        arguments: [
            (.setRealTimeInterval(s: 30), .hj2017, "Flag=5;CP=&&RtdInterval=30&&"),
            (.startRealTime, .hjt2005, "Flag=1;CP=&&&&"), (.startRealTime, .hj2025, "Flag=9;CP=&&&&"),
            (.startRealTime, .unknown, "Flag=5;CP=&&&&"), (.startRealTime, .hj1404, "Flag=9;CP=&&&&"),
            (.setPassword("654321"), .hjt2005, "CP=&&PW=654321&&"),
            (.setPassword("654321"), .hj2017, "CP=&&NewPW=654321&&"),
            (.setSamplingHours(factor: "101", hours: [4, 16]), .hjt2005, "CP=&&PolId=101,CTime=04,CTime=16&&"),
        ] as [(PlatformRequest, Dialect, String)])
    func `a request speaks the edition of the device`(
        request: PlatformRequest, dialect: Dialect, ending: String
    ) throws {
        #expect(Self.text(try Self.bytes(request, dialect)).hasSuffix(ending))
        let silent = Self.text(try Self.bytes(request, dialect, wantsAnswer: false))
        #expect(["Flag=0", "Flag=4", "Flag=8"].contains { silent.contains($0) })
    }

    @Test(arguments: HistoryKind.allCases, RangeSeparator.allCases)
    func `a history is asked for with either separator`(kind: HistoryKind, separator: RangeSeparator) throws {
        let day = try #require(CivilStamp("20261123000000"))
        let request = PlatformRequest.history(kind, from: day, to: day, separator: separator)
        let dialect: Dialect = kind.editions.contains(.hj2025) ? .hj2025 : .hjt2005
        let area = "BeginTime=20261123000000\(separator.rawValue)EndTime=20261123000000"
        #expect(Self.text(try Self.bytes(request, dialect)).hasSuffix("CP=&&\(area)&&"))
        #expect(request.kind == .requestForValues)
        #expect(RangeSeparator.usual(for: kind, in: .hjt2005) == .comma)
    }

    @Test(
        arguments: [
            (.setTimeouts(overTimeS: 99, reCount: 99), .setTimeouts(overTimeS: 100, reCount: 99), "OverTime"),
            (.setTimeouts(overTimeS: 1, reCount: 1), .setTimeouts(overTimeS: 1, reCount: 0), "ReCount"),
            (.setRealTimeInterval(s: 30), .setRealTimeInterval(s: 29), "RtdInterval"),
            (.setRealTimeInterval(s: 3600), .setRealTimeInterval(s: 3601), "RtdInterval"),
            (.setMinuteInterval(min: 30), .setMinuteInterval(min: 7), "MinInterval"),
            (.setPassword("123456"), .setPassword("1234567"), "NewPW"), (.setPassword("a"), .setPassword(""), "NewPW"),
            (.setPassword("a"), .setPassword("密码"), "NewPW"),
            (
                .setSamplingPeriod(factor: "w01018", start: .midnight, hours: 24),
                .setSamplingPeriod(factor: "w01018", start: .midnight, hours: 25), "CTime"
            ),
            (.sampleNow(factor: "12345678901234567890"), .sampleNow(factor: "123456789012345678901"), "PolId"),
            (.sampleNow(factor: "1"), .sampleNow(factor: "1;2"), "PolId"),
            (.setDeviceNumber("6970000000001ABCDEFG1234"), .setDeviceNumber("6970000000001abcdefg1234"), "i23005-Info"),
            (
                .setSiteParameter(factor: "w01018", item: "i13004", value: ""),
                .setSiteParameter(factor: "w01018", item: "i1300400", value: ""), "InfoId"
            ),
        ] as [(PlatformRequest, PlatformRequest, String)])
    func `a bound itself is allowed, one more is refused with a remedy`(
        within: PlatformRequest, beyond: PlatformRequest, field: String
    ) throws {
        _ = try Self.bytes(within, .hj2025)
        let refusal = try #require(throws: RequestRefusal.self) { try Self.bytes(beyond, .hj2025) }
        guard case .outOfBounds(field, _, _) = refusal else {
            Issue.record("\(refusal)")
            return
        }
        #expect("\(refusal)".contains("out of bounds; give \(field)"))
    }

    @Test(
        arguments: [
            (
                .setAlarmLimits([AlarmLimit(factor: "101", lower: "-0.5", upper: "9")]),
                .setAlarmLimits([AlarmLimit(factor: "101", lower: "x", upper: "9")]), "101-LowValue"
            ),
            (.setAlarmLimits([AlarmLimit(factor: "1", lower: "1", upper: "2")]), .setAlarmLimits([]), "limit count"),
            (.readAlarmLimits(factors: ["101"]), .readAlarmLimits(factors: []), "PolId count"),
            (
                .setSamplingHours(factor: "101", hours: [0, 23]), .setSamplingHours(factor: "101", hours: [24]), "CTime"
            ),
            (.setTimeouts(overTimeS: 86400, reCount: 1), .setTimeouts(overTimeS: 86401, reCount: 1), "OverTime"),
            (.setWarnTime(99999), .setWarnTime(0), "WarnTime"),
            (.setPlatformAddress("1"), .setPlatformAddress("a b"), "AlarmTarget"),
        ] as [(PlatformRequest, PlatformRequest, String)])
    func `what only 2005 has is bounded too`(within: PlatformRequest, beyond: PlatformRequest, field: String) throws {
        _ = try Self.bytes(within, .hjt2005)
        let refusal = try #require(throws: RequestRefusal.self) { try Self.bytes(beyond, .hjt2005) }
        #expect("\(refusal)".hasPrefix(field + "="))
    }

    @Test func `a range must be in order and name whole periods`() throws {
        let hour = try #require(CivilStamp("20261123130000"))
        let minute = try #require(CivilStamp("20261123131000"))
        func ask(_ kind: HistoryKind, _ from: CivilStamp, _ to: CivilStamp) throws(RequestRefusal) -> [UInt8] {
            try Self.bytes(.history(kind, from: from, to: to, separator: .semicolon), .hj2017)
        }
        #expect(throws: RequestRefusal.reversedRange) { try ask(.minutes, minute, hour) }
        #expect(throws: RequestRefusal.notAligned(field: "EndTime", alignmentS: 3600)) { try ask(.hours, hour, minute) }
        #expect(throws: RequestRefusal.notAligned(field: "BeginTime", alignmentS: 86400)) { try ask(.days, hour, hour) }
        #expect(try !ask(.minutes, hour, minute).isEmpty)
    }

    @Test(
        arguments: [
            ("CN=2011", "DataTime=20261123140000;a21026-Rtd=1"), ("CN=1011", "SystemTime=20261123140000"),
            ("CN=1061", "RtdInterval=30"), ("CN=1063", "MinInterval=10"),
            ("CN=3015", "DataTime=20261123140000;VaseNo=1"),
            ("CN=3017", "PolId=w01018;CstartTime=000000;CTime=2"), ("CN=3018", "PolId=w01018;Stime=60"),
            ("CN=3019", "PolId=w01018;w01018-SN=1"), ("CN=3020", "DataTime=20261123140000"), ("CN=9011", "QnRtn=1"),
            ("CN=1001", "i23005-Info=1"), ("CN=1014", "SKCreateTime=20261123140000000"), ("CN=1062", "RtdInterval=x"),
            ("CN=3011", ""), ("CN=2031", "BeginTime=20261123000000"), ("CN=1031", "AlarmTarget=1"),
        ])
    func `what a device sends or lacks its fields is no request`(command: String, area: String) throws {
        let segment = "QN=20261123140000000;ST=31;\(command);PW=123456;MN=1;Flag=5;CP=&&\(area)&&"
        let frame = try #require(Wire.accepted(Wire.frame(segment)))
        #expect(PlatformRequest(reading: frame) == nil)
    }

    @Test func `the payloads of a 2025 implementation are typed and written back`() throws {
        guard let lines = try SampleFile.lines(of: "hj212_2025_payload_examples.txt") else { return }
        let segments = lines.filter { !$0.hasPrefix("#") }
        #expect(segments.count == 43)
        for segment in segments {
            let bytes = Wire.frame(segment)
            let frame = try #require(Wire.accepted(bytes), "\(segment)")
            #expect(frame.deviations == [], "\(segment)")
            #expect(try FrameEncoder.encode(header: frame.header, items: frame.groups) == bytes)
            guard frame.header.cn?.isInteraction != true else { continue }
            let request = try #require(PlatformRequest(reading: frame), "\(segment)")
            let again = try request.frame(
                qn: try #require(frame.header.qn), st: try #require(frame.header.st),
                pw: try #require(frame.header.pw), mn: try #require(frame.header.mn), edition: frame.dialect)
            #expect(again == bytes, "\(segment)")
        }
    }
}
