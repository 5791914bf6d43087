import HJ212
import Testing

@testable import Gateway

struct OwedAnswerTests {
    @Test(arguments: [
        (2011, 5, 9014), (2021, 5, 9014), (2031, 5, 9014), (2051, 5, 9014), (2061, 5, 9014), (2081, 5, 9014),
        (2061, 7, 9014), (2061, 9, 9014), (3019, 5, 9014), (3020, 5, 9014), (1011, 5, 9014),
        (1001, 9, 9013), (1013, 5, 9013), (1014, 9, 9013), (9015, 9, 9013),
        (2061, 4, nil), (2061, 6, nil), (1013, 4, nil), (9015, 8, nil),
        (9011, 5, nil), (9012, 5, nil), (9013, 5, nil), (9014, 5, nil), (9021, 5, nil), (999, 5, nil), (4000, 5, nil),
    ])
    func `each command is owed its own answer and only when its Flag asks`(
        command: Int, flag: UInt8, answer: Int?
    ) throws {
        let frame = try #require(Frame(try SampleFrames.frame(7, command: Command(command), flag: flag)))
        let heard = HeardFrame(frame)
        let bytes = OwedAnswer(for: heard)?.bytes(to: heard, in: heard.manners)
        let sent = bytes.flatMap { Frame($0) }
        #expect(sent?.header.cn?.rawValue == answer)
        #expect(sent?.header.qn?.text == answer.map { _ in SampleFrames.qn(7) })
    }

    @Test func `a frame without Flag is owed nothing`() throws {
        let header = Header(qn: QN(SampleFrames.qn(1)), st: "31", cn: .hourValues, mn: SampleFrames.mn)
        let frame = try #require(Frame(try FrameEncoder.encode(header: header)))
        #expect(OwedAnswer(for: HeardFrame(frame)) == nil)
    }
}
