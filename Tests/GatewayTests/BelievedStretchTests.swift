import HJ212
import Testing

@testable import Gateway

struct BelievedStretchTests {
    /// A device that proves its frames by Modbus' check is answered with the same, once its stretch was stored; what
    /// has not the shape of a frame is not answered whatever became of it.
    @Test func `a stored stretch is answered by the check of its device`() async throws {
        var conversation = try ConversationTests.conversation { arrivals in arrivals.map { _ in .stored } }
        let header = Header(
            qn: QN(SampleFrames.qn(1)), st: "31", cn: .hourValues, pw: SampleFrames.password, mn: SampleFrames.mn,
            flag: Flag(5))
        let items = [Item(key: "DataTime", value: "20261123140000")]
        let sent = try FrameEncoder.encode(header: header, items: [items], crc: .modbus)
        let reply = try await conversation.receive(Array("noise".utf8) + sent)
        #expect(reply.answerCount == 1)
        #expect(Frame(reply.answers) == nil)
        let answer = try #require(Frame(reply.answers, options: ScanOptions(crc: .any)))
        #expect(answer.crc == .modbus && answer.header.cn == .dataAnswer)
    }
}
