import HJ212
import Testing

@testable import Gateway

struct MannersBookTests {
    private static let device = "88888880000001"

    private static func frame(_ header: String) throws -> [UInt8] {
        let segment = Array("\(header)CP=&&DataTime=20261123140000;011-Rtd=9&&".utf8)
        let check = String(CRC16.hj212(segment), radix: 16, uppercase: true)
        let (length, zeros) = (String(segment.count), String(repeating: "0", count: 4 - check.count))
        return Array("##\(String(repeating: "0", count: 4 - length.count))\(length)".utf8) + segment
            + Array("\(zeros)\(check)".utf8)
    }

    /// As a logger of 2005 sends.
    private static func usual(_ number: Int) throws -> [UInt8] {
        try frame("ST=32;CN=2011;QN=2015043013583\(1000 + number);PW=1;MN=\(device);Flag=1;")
    }

    /// One that by itself would pass for 2017.
    private static func odd() throws -> [UInt8] {
        try frame("QN=20150430135900000;ST=32;CN=2011;PW=1;MN=\(device);Flag=5;")
    }

    private func answers(_ reply: Conversation.Reply) -> [Frame] {
        var scanner = FrameScanner()
        scanner.append(reply.answers)
        return scanner.finish().compactMap { if case .accepted(let frame) = $0 { frame } else { nil } }
    }

    @Test func `a device is answered as its frames together show, on any of its lines`() async throws {
        let book = MannersBook()
        var first = try ConversationTests.conversation(RecordingIntake(), manners: book)
        let usual = try await first.receive((0..<4).flatMap { try Self.usual($0) })
        #expect(answers(usual).map { $0.value(of: "CN") } == Array(repeating: "2011", count: 4))
        var second = try ConversationTests.conversation(RecordingIntake(), manners: book)
        let reply = try await second.receive(try Self.odd())
        let answer = try #require(answers(reply).first)
        #expect(answer.header.qn == nil && answer.value(of: "QN") == "20150430135900000")
        #expect(reply.heard.map(\.manners.dialect) == [.hjt2005])
        #expect(book.deviceCount == 1)
    }

    @Test func `strangers, damage and noise leave nothing in the book`() async throws {
        let (book, stranger) = (MannersBook(), "C0FFEE000000000000000000")
        var conversation = try ConversationTests.conversation(
            RecordingIntake(stranger: stranger), GatewaySettings(rejectedInARowMax: 1_000), manners: book)
        for number in 0..<200 {
            _ = try await conversation.receive(try SampleFrames.frame(number, mn: stranger))
            _ = try await conversation.receive(try SampleFrames.damaged(number) + Array("##0003ST=".utf8))
        }
        #expect(book.deviceCount == 0)
    }

    @Test func `a frame that came again says nothing new`() async throws {
        let book = MannersBook()
        let heard = HeardFrame(try #require(Frame(try Self.usual(1))))
        let other = HeardFrame(try #require(Frame(try Self.odd())))
        for _ in 0..<3 { _ = book.learn(from: heard, of: Self.device, isNew: true) }
        for _ in 0..<16 {
            #expect(book.learn(from: other, of: Self.device, isNew: false).dialect == .hjt2005)
        }
    }
}
