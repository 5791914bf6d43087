import HJ212
import TestMaterial
import Testing

struct DeviceMessageTests {
    private static func bytes(
        _ message: DeviceMessage, _ dialect: Dialect, wantsAnswer: Bool = true, isResent: Bool = false
    ) throws(RequestRefusal) -> [UInt8] {
        let mn = dialect == .hjt2005 ? "88888880000001" : "010000A8900016F000169DC0"
        return try message.frame(
            qn: QN("20261123140000000"), st: "31", pw: "123456", mn: mn, edition: dialect, wantsAnswer: wantsAnswer,
            isResent: isResent)
    }

    /// One of each kind, in two or three shapes where they differ.
    private static func messages(using random: inout SeededGenerator) throws -> [DeviceMessage] {
        let second = Int64.random(in: 1_000_000_000...2_000_000_000, using: &random)
        let stamp = CivilStamp(millisecondsSince1970: second * 1000)
        let value = String(Int.random(in: 0...999, using: &random))
        let reading = FactorReading("a21026", [.init(.avg, value), .init(.zsAvg, "41.0"), .init(.flag, "N")])
        let other = FactorReading("a01012", [.init(.avg, "98.6")])
        let check = FactorReading(
            "w01018", [.init(.sampleReading, "9.8"), .init(.standardValue, "10"), .init(.resultType, "1")])
        let pump = FactorReading("SB1", [.init(.runState, "1")])
        let report = ValueReport.commands.map { command -> ValueReport? in
            let readings = command == 2021 ? [pump] : command == 2062 ? [check] : [reading, other]
            return ValueReport(command, at: stamp, readings)
        }
        let log = FactorReading("i11001", polID: "w01018", [.init(.siteInformation, "//校准;a,b//")])
        let state = FactorReading("i12001", polID: "w01018", [.init(.siteInformation, "0")])
        let third = FactorReading("i12001", polID: "w21003", [.init(.siteInformation, "1")])
        let loggers = FactorReading("i21001", [.init(.siteInformation, value)])
        return report.compactMap { $0.map { .report($0) } } + [
            .registration(LoggerHardware(id: "1", cpuID: "C", macAddresses: ["0A1B2C3D4E5F", "0A1B2C3D4E60"])),
            .registration(LoggerHardware(id: value)), .time(stamp), .time(stamp, factor: "w01018"), .wantsTime(),
            .wantsTime(factor: "w01018"), .wantsKey(created: stamp),
            .alarmLimits([AlarmLimit(factor: "101", lower: "1.1", upper: "9.9")]), .platformAddress("3882566"),
            .reportTime(.midnight), .realTimeInterval(s: 30), .minuteInterval(min: 10),
            .alarm(factor: "101", value: "1.1", at: stamp, isOver: true),
            .alarm(factor: "101", value: "1.1", at: stamp, isOver: false),
            .loggerStart(at: stamp, restartedAt: stamp), .keptSample(at: stamp, bottle: 99),
            .samplingPeriod(factor: "w01018", start: .midnight, hours: 2), .resultDelay(factor: "w01018", min: 120),
            .instrumentNumber(factor: "w01018", serial: "010000A8900016F000169DC0"),
            .instrumentNumber(factor: "w01018", serial: "010000A8900016F000169DC0", at: stamp),
            .siteInformation(at: stamp, [log, state, third]), .siteInformation(at: stamp, [loggers]),
            .siteInformation(at: stamp, []), .heartbeat, .vendorLogin,
        ]
    }

    @Test(arguments: [41, 42] as [UInt64], [Dialect.hjt2005, .hj2017, .hj2025])
    func `what a device tells is read back and written again to the same bytes`(seed: UInt64, dialect: Dialect) throws {
        var random = SeededGenerator(seed: seed)
        for message in try (0..<10).flatMap({ _ in try Self.messages(using: &random) }) {
            let known = message.entry(in: dialect.spokenEdition) != nil || message == .vendorLogin
            guard known else {
                #expect(throws: RequestRefusal.notInEdition(message.command, dialect.spokenEdition)) {
                    try Self.bytes(message, dialect)
                }
                continue
            }
            for wantsAnswer in [true, false] {
                let bytes = try Self.bytes(message, dialect, wantsAnswer: wantsAnswer)
                let frame = try #require(Wire.accepted(bytes), "seed \(seed) \(message)")
                #expect(Set(frame.deviations).isSubset(of: [.unalignedDataTime]), "seed \(seed) \(message)")
                #expect(DeviceMessage(reading: frame) == message, "seed \(seed)")
                #expect(PlatformRequest(reading: frame, edition: dialect.spokenEdition) == nil, "\(message)")
                #expect((frame.header.qn != nil) == (wantsAnswer || dialect != .hjt2005))
            }
        }
    }

    @Test func `a frame of the past is marked in 2025 only`() throws {
        let message = DeviceMessage.realTimeInterval(s: 30)
        #expect(try Wire.accepted(Self.bytes(message, .hj2025, isResent: true))?.header.resent == true)
        #expect(try Wire.accepted(Self.bytes(message, .hj2017, isResent: true))?.header.resent == false)
    }

    @Test(
        arguments: [
            (.realTimeInterval(s: 29), "RtdInterval"), (.minuteInterval(min: 7), "MinInterval"),
            (.samplingPeriod(factor: "w01018", start: .midnight, hours: 0), "CTime"),
            (.resultDelay(factor: "w01018", min: 121), "Stime"),
            (.instrumentNumber(factor: "w01018", serial: "1"), "SN"),
            (.registration(LoggerHardware(id: "1", macAddresses: ["1", "2", "3"])), "i23007-Info count"),
        ] as [(DeviceMessage, String)])
    func `what lies out of bounds is refused`(message: DeviceMessage, field: String) throws {
        let refusal = #expect(throws: RequestRefusal.self) { try Self.bytes(message, .hj2025) }
        #expect("\(try #require(refusal))".hasPrefix("\(field)="))
    }

    @Test(arguments: [
        "ST=31;CN=2061;MN=1;Flag=4;CP=&&a21026-Avg=1&&", "ST=31;CN=2061;MN=1;Flag=4;CP=&&DataTime=2026&&",
        "ST=31;CN=1014;MN=1;Flag=8;CP=&&SKCreateTime=20261123140000000,NewSK=1&&", "ST=91;CN=9014;MN=1;Flag=4;CP=&&&&",
        "ST=31;CN=2072;MN=1;Flag=0;CP=&&AlarmTime=20261123140000;AlarmType=2;101-Ala=1&&", "ST=31;MN=1;CP=&&&&",
        "ST=31;CN=3015;MN=1;Flag=4;CP=&&&&", "ST=31;CN=3018;MN=1;Flag=4;CP=&&PolId=w01018&&",
    ])
    func `requests, answers and torn messages are no message`(segment: String) throws {
        #expect(DeviceMessage(reading: try #require(Wire.accepted(Wire.frame(segment)))) == nil)
    }

    @Test func `a logger that is not activated yet gets its answer without a number`() throws {
        let hardware = DeviceMessage.registration(LoggerHardware(id: "1"))
        let bytes = try hardware.frame(qn: QN("20261123140000000"), st: "31", pw: "123456", mn: "", edition: .hj2025)
        let frame = try #require(Wire.accepted(bytes))
        #expect(frame.dialect == .hj2025)
        let answer = try #require(Answer.notificationAnswer(to: frame))
        #expect(String(decoding: answer, as: UTF8.self).contains("CN=9013;PW=123456;MN=;Flag=8;CP=&&&&"))
        #expect(Wire.accepted(answer)?.answeredQN == frame.header.qn)
        #expect(Answer.dataAnswer(to: frame) == nil)
    }
}
