import HJ212
import Testing

@testable import Gateway

struct ConversationTests {
    static func conversation(
        _ intake: any FrameIntake, _ settings: GatewaySettings? = nil, metrics: GatewayMetrics = GatewayMetrics(),
        manners: MannersBook = MannersBook()
    ) throws -> Conversation {
        try conversation(settings, metrics: metrics, manners: manners, store: intake.store)
    }

    static func conversation(
        _ settings: GatewaySettings? = nil, metrics: GatewayMetrics = GatewayMetrics(),
        manners: MannersBook = MannersBook(),
        store: @escaping @Sendable ([Arrival]) async throws -> [IntakeVerdict]
    ) throws -> Conversation {
        Conversation(
            remote: "192.0.2.1:1", settings: try settings ?? GatewaySettings(), manners: manners, clock: FixedClock(),
            metrics: metrics, store: store)
    }

    private func qns(_ reply: Conversation.Reply) -> [String] {
        var scanner = FrameScanner()
        scanner.append(reply.answers)
        var answered: [String] = []
        while case .accepted(let frame) = scanner.next() { answered.append(frame.header.qn?.text ?? "") }
        return answered
    }

    @Test func `a frame cut anywhere is stored and answered once`() async throws {
        let bytes = try SampleFrames.frame()
        for cut in 0...bytes.count {
            let intake = RecordingIntake()
            var conversation = try Self.conversation(intake)
            let first = try await conversation.receive(bytes[..<cut])
            let second = try await conversation.receive(bytes[cut...])
            let last = try await conversation.finish()
            let answered = qns(first) + qns(second) + qns(last)
            #expect(answered == [SampleFrames.qn(1)], "cut at \(cut)")
            let labels = await intake.labels
            #expect(labels == [SampleFrames.qn(1)], "cut at \(cut)")
        }
    }

    @Test func `glued frames are answered in their order, with noise and repeats between them`() async throws {
        let intake = RecordingIntake()
        let metrics = GatewayMetrics()
        var conversation = try Self.conversation(intake, metrics: metrics)
        let stream =
            try SampleFrames.frame(3) + Array("noise".utf8) + SampleFrames.frame(1) + SampleFrames.damaged(9)
            + SampleFrames.frame(3) + SampleFrames.frame(2, flag: 4) + SampleFrames.frame(4)
        let reply = try await conversation.receive(stream)
        #expect(qns(reply) == [3, 1, 3, 4].map(SampleFrames.qn))
        #expect(reply.answerCount == 4)
        let labels = await intake.labels
        let stored = [3, 1, 3, 2, 4].map(SampleFrames.qn)
        #expect(labels == [stored[0], "rejected", stored[1], "rejected"] + stored[2...])
        #expect(metrics.counts.framesStored == 4)
        #expect(metrics.counts.framesRepeated == 1)
        #expect(metrics.counts.arrivalsQuarantined == 2)
    }

    @Test func `one read takes several transactions when it holds more than one may`() async throws {
        let intake = RecordingIntake()
        var conversation = try Self.conversation(intake, GatewaySettings(arrivalsPerCommitMax: 2))
        let reply = try await conversation.receive((1...5).flatMap { try SampleFrames.frame($0) })
        #expect(qns(reply) == (1...5).map(SampleFrames.qn))
        let sizes = await intake.batches.map(\.count)
        #expect(sizes == [2, 2, 1])
    }

    @Test func `frames of a stranger and rejected stretches get no answer`() async throws {
        let intake = RecordingIntake(stranger: "C0FFEE000000000000000000")
        var conversation = try Self.conversation(intake)
        let stream =
            try SampleFrames.frame(1, mn: "C0FFEE000000000000000000") + SampleFrames.damaged(2) + SampleFrames.frame(3)
        let reply = try await conversation.receive(stream)
        #expect(qns(reply) == [SampleFrames.qn(3)])
    }

    @Test(arguments: [(2, false), (3, true)])
    func `quarantined arrivals in a row close the line at the limit`(inARow: Int, closes: Bool) async throws {
        var conversation = try Self.conversation(RecordingIntake(), GatewaySettings(rejectedInARowMax: 3))
        for _ in 0..<2 {
            let good = try await conversation.receive(try SampleFrames.frame())
            #expect(good.closing == nil)
            let bad = try await conversation.receive((0..<inARow).flatMap { _ in try SampleFrames.damaged() })
            #expect((bad.closing == .rejectedInARow) == closes)
        }
    }

    @Test(arguments: [(2_000, false), (2_001, true)])
    func `an unfinished frame closes the line beyond the buffer's limit`(length: Int, closes: Bool) async throws {
        var conversation = try Self.conversation(RecordingIntake(), GatewaySettings(bufferedBytesMax: 2_000))
        let head = Array("##9999QN=".utf8)
        let reply = try await conversation.receive(
            head + Array(repeating: UInt8(ascii: "1"), count: length - head.count))
        #expect((reply.closing == .bufferFull) == closes)
    }

    @Test func `a frame that declares too great a length is answered when the device repeats it`() async throws {
        var conversation = try Self.conversation(RecordingIntake())
        var overlong = try SampleFrames.frame(1)
        let declared = try #require(Int(String(decoding: overlong[2..<6], as: UTF8.self)))
        overlong.replaceSubrange(2..<6, with: "0\(declared + 12)".utf8)
        let first = try await conversation.receive(overlong)
        #expect(qns(first) == [])
        let repeated = try await conversation.receive(overlong)
        #expect(qns(repeated) == [SampleFrames.qn(1)])
    }

    @Test func `half a frame at the end of the line is kept as a rejected stretch`() async throws {
        let intake = RecordingIntake()
        var conversation = try Self.conversation(intake)
        _ = try await conversation.receive(try SampleFrames.frame().prefix(60))
        let reply = try await conversation.finish()
        #expect(reply == Conversation.Reply())
        let labels = await intake.labels
        #expect(labels == ["rejected"])
    }
}
