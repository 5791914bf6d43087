import HJ212
import Testing

struct AnswerTests {
    private static let upload2017 = Wire.segment("DataTime=20261123130000;a21026-Avg=1")
    private static let upload2025 =
        "QN=20261123140000000;ST=31;CN=2061;PW=123456;MN=010000A8900016F000169DC0;Flag=11;PNUM=2;PNO=1;CP=&&&&"
    private static let upload2005 =
        "QN=20150430135830001;ST=32;CN=2011;PW=123456;MN=88888880000001;Flag=1;CP=&&DataTime=20150430135830;011-Rtd=9&&"

    private static func segment(of bytes: [UInt8]?) -> String? {
        bytes.map { String(decoding: $0.dropFirst(6).dropLast(6), as: UTF8.self) }
    }

    @Test(arguments: [
        (upload2017, "QN=20261123140000000;ST=91;CN=9014;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&&&"),
        (upload2025, "QN=20261123140000000;ST=91;CN=9014;PW=123456;MN=010000A8900016F000169DC0;Flag=8;CP=&&&&"),
        (
            upload2005,
            "ST=91;CN=9014;PW=123456;MN=88888880000001;Flag=0;CP=&&QN=20150430135830001;CN=2011&&"
        ),
    ])
    func `a data answer has the layout of the edition`(upload: String, expected: String) throws {
        let frame = try #require(Wire.accepted(Wire.frame(upload)))
        #expect(frame.wantsAnswer)
        let answer = try #require(Answer.dataAnswer(to: frame))
        #expect(Self.segment(of: answer) == expected)
        let read = try #require(Wire.accepted(answer))
        #expect(read.deviations == [])
        #expect(read.answeredQN == frame.header.qn)
        #expect(!read.wantsAnswer)
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8, 9, 100, 42], [upload2017, upload2005])
    func `results are written and read with their codes`(code: Int, request: String) throws {
        let frame = try #require(Wire.accepted(Wire.frame(request)))
        let answer = try #require(Answer.requestAnswer(QnRtn(code: code), to: frame).flatMap { Wire.accepted($0) })
        #expect(answer.header.cn == .requestAnswer)
        #expect(answer.qnRtn == QnRtn(code: code))
        #expect(answer.qnRtn?.code == code)
        let result = try #require(Answer.executionResult(ExeRtn(code: code), to: frame).flatMap { Wire.accepted($0) })
        #expect(result.header.cn == .executionResult)
        #expect(result.exeRtn?.code == code)
        #expect(result.answeredQN == frame.header.qn)
    }

    @Test func `a notification answer has an empty data area`() throws {
        let frame = try #require(Wire.accepted(Wire.frame(Self.upload2017)))
        let answer = try #require(Answer.notificationAnswer(to: frame).flatMap { Wire.accepted($0) })
        #expect(answer.header.cn == .notificationAnswer)
        #expect(answer.items.isEmpty)
    }

    @Test(arguments: [
        "ST=31;CN=2011;PW=1;MN=010000A8900016F000169DC0;Flag=5;CP=&&a21026-Rtd=1&&",
        "QN=;ST=31;CN=2011;PW=1;MN=010000A8900016F000169DC0;Flag=5;CP=&&a21026-Rtd=1&&",
        "QN=20261123140000000;ST=31;CN=2011;PW=1;Flag=5;CP=&&a21026-Rtd=1&&",
        "QN=20261123140000000;ST=31;CN=2011;PW=1;MN=一号;Flag=5;CP=&&a21026-Rtd=1&&",
    ])
    func `a frame that cannot be tied to its answer gets none`(segment: String) throws {
        let frame = try #require(Wire.accepted(Wire.frame(segment)))
        #expect(Answer.dataAnswer(to: frame) == nil)
    }

    @Test(arguments: [CRCVariant.modbus, .modbusSwapped])
    func `an answer speaks the CRC of its device`(variant: CRCVariant) throws {
        let crc = Wire.hex(try #require(variant.value(over: Self.upload2017.utf8)))
        let frame = try #require(Wire.accepted(Wire.frame(Self.upload2017, crc: crc), ScanOptions(crc: .any)))
        let answer = try #require(Answer.dataAnswer(to: frame))
        #expect(Wire.accepted(answer, ScanOptions(crc: .any))?.crc == variant)
    }
}
