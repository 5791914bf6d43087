import HJ212
import Kernel
@testable import Simulator
import Testing

struct RequestReplyTests {
    private static let noon = Instant(milliseconds: 1_795_406_400_000)
    private static let outlet = SimulatedCity(seed: 3, editions: [.hj2017]).outlet(0)

    /// What the logger says to a request of the platform.
    private static func replies(_ command: Command, _ items: [[Item]] = []) throws -> [Frame] {
        let header = Header(
            qn: QN("20261123120000001"), st: "31", cn: command, pw: outlet.password, mn: outlet.device.text,
            flag: Flag(5))
        let request = try #require(Frame(try FrameEncoder.encode(header: header, items: items)))
        var writer = FrameWriter()
        let reply = RequestReply(to: request, by: outlet, at: noon.milliseconds, &writer)
        var scanner = FrameScanner()
        scanner.append(reply.bytes)
        return try scanner.finish().map { event in
            guard case .accepted(let frame) = event else { throw Broken() }
            return frame
        }
    }

    private struct Broken: Error {}

    @Test func `time is told between a ready and a success`() throws {
        let frames = try Self.replies(1011)
        #expect(frames.map(\.header.cn) == [.requestAnswer, 1011, .executionResult])
        #expect(frames[0].qnRtn == .ready && frames[2].exeRtn == .success)
        #expect(frames[1].value(of: "SystemTime") == "20261123120000")
        #expect(frames.allSatisfy { $0.header.qn?.text == "20261123120000001" })
        #expect(try Self.replies(1012).map(\.header.cn) == [.requestAnswer, .executionResult])
    }

    @Test(arguments: [
        ("20261123080000", "20261123100000", Command.hourValues, 3),
        ("20261123080000", "20261123085959", .minuteValues, 6),
        ("20261123115500", "20261123235959", .minuteValues, 0), ("20250101000000", "20261123000000", .hourValues, 100),
        ("20261123080001", "20261123080002", .hourValues, 0),
    ])
    func `history is told for periods that begin in the span and are over`(
        begin: String, end: String, command: Command, count: Int
    ) throws {
        let span = [[Item(key: "BeginTime", value: begin)], [Item(key: "EndTime", value: end)]]
        let frames = try Self.replies(command, span)
        #expect(frames.first?.qnRtn == .ready)
        #expect(frames.last?.exeRtn == (count > 0 ? .success : .noData))
        let told = frames.dropFirst().dropLast()
        #expect(told.count == count && told.allSatisfy { $0.header.cn == command && $0.wantsAnswer })
        #expect(Set(told.compactMap(\.header.qn)).count == count)
        #expect(told.allSatisfy { $0.value(of: "DataTime").map { (begin...end).contains($0) } ?? false })
    }

    @Test(arguments: [Command(3011), 1072, 2061])
    func `what the logger cannot do it refuses`(command: Command) throws {
        let frames = try Self.replies(command)
        #expect(frames.map(\.qnRtn) == [.refused])
    }
}
