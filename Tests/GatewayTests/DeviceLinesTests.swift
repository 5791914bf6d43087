import HJ212
import ServiceLifecycle
import TestMaterial
import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(5)))
struct DeviceLinesTests {
    private static let (one, two) = ("A1B200000000000000000001", "A1B200000000000000000002")
    private static let stranger = "C0FFEE000000000000000000"

    /// Whether a device heard what was sent; it takes a frame at the last byte of its CRC, without the tail.
    private static func isSame(_ heard: Frame?, _ sent: [UInt8]) -> Bool {
        heard.map { sent.starts(with: $0.bytes) && sent.count - $0.bytes.count == 2 } ?? false
    }

    private static func request(_ number: Int) throws -> [UInt8] { try SampleFrames.frame(number, flag: 5) }

    @Test func `a device is reached on the line on which its frames were stored`() async throws {
        try await withGateway(RecordingIntake(stranger: Self.stranger)) { server, port in
            let before = await server.lines.send(try Self.request(90), to: Self.one)
            #expect(before == .notConnected)
            try await LoopbackDevice.with(port: port) { first in
                try await LoopbackDevice.with(port: port) { second in
                    let firstServed = await first.isServed(1, mn: Self.one)
                    let secondServed = await second.isServed(2, mn: Self.two)
                    #expect(firstServed && secondServed)
                    #expect(server.lines.connected.map(\.device) == [Self.one, Self.two])
                    #expect(server.lines.connectedCount == 2)
                    let (toSecond, toFirst) = (try Self.request(91), try Self.request(92))
                    let outcomes = [
                        await server.lines.send(toSecond, to: Self.two), await server.lines.send(toFirst, to: Self.one),
                    ]
                    #expect(outcomes == [.sent, .sent])
                    let (heardByFirst, heardBySecond) = (await first.answer(), await second.answer())
                    #expect(Self.isSame(heardByFirst, toFirst) && Self.isSame(heardBySecond, toSecond))
                }
            }
            while server.lines.connectedCount > 0 { await Task.yield() }
            let after = await server.lines.send(try Self.request(93), to: Self.one)
            #expect(after == .notConnected)
        }
    }

    @Test func `who only names a device is not the way to it`() async throws {
        try await withGateway(RecordingIntake(stranger: Self.stranger)) { server, port in
            try await LoopbackDevice.with(port: port) { line in
                try await line.send(try SampleFrames.frame(1, mn: Self.stranger))
                try await line.send(try SampleFrames.damaged(2))
                let isServed = await line.isServed(3, mn: Self.one)
                #expect(isServed)
                #expect(server.lines.connected.map(\.device) == [Self.one])
            }
        }
    }

    @Test func `of two lines of a device the newer one counts, whichever spoke last`() async throws {
        try await withGateway(RecordingIntake()) { server, port in
            try await LoopbackDevice.with(port: port) { older in
                let olderServed = await older.isServed(1, mn: Self.one)
                let first = try #require(server.lines.line(of: Self.one))
                try await LoopbackDevice.with(port: port) { newer in
                    let newerServed = await newer.isServed(2, mn: Self.one)
                    let olderServedAgain = await older.isServed(3, mn: Self.one)
                    #expect(olderServed && newerServed && olderServedAgain)
                    let second = try #require(server.lines.line(of: Self.one))
                    #expect(second.remote != first.remote)
                    let request = try Self.request(91)
                    let outcome = await server.lines.send(request, to: Self.one)
                    let heard = await newer.answer()
                    #expect(outcome == .sent && Self.isSame(heard, request))
                }
                while server.lines.connectedCount > 0 { await Task.yield() }
                let comesBack = await older.isServed(4, mn: Self.one)
                #expect(comesBack && server.lines.line(of: Self.one)?.remote == first.remote)
            }
        }
    }

    @Test func `what is shown of a device are its newest signs`() async throws {
        try await withGateway(RecordingIntake()) { server, port in
            try await LoopbackDevice.with(port: port) { line in
                let isServed = await line.isServed(1, mn: Self.one)
                #expect(isServed)
                let shown = try #require(server.lines.line(of: Self.one))
                #expect(shown.manners == Manners(dialect: .hj2017, crc: .hj212) && shown.remote.hasPrefix("127.0.0.1:"))
                #expect(shown.since == FixedClock.noon && shown.lastFrameAt == FixedClock.noon)
            }
        }
    }

    @Test func `a device that does not read is busy, and another one is not kept waiting`() async throws {
        try await withGateway(RecordingIntake()) { server, port in
            let deaf = try LoopbackLine(port: port, receiveBufferBytes: 4_096)
            let reading = try SampleFrames.frame(1, mn: Self.one)
            #expect(deaf.send(reading))
            while server.lines.connectedCount == 0 { await Task.yield() }
            var outcome = SendOutcome.sent
            var sentBytes = 0
            let request = try Self.request(7)
            while outcome == .sent, sentBytes < 16_000_000 {
                outcome = await server.lines.send(request, to: Self.one)
                sentBytes += request.count
            }
            #expect(outcome == .busy)
            try await LoopbackDevice.with(port: port) { other in
                let isServed = await other.isServed(2, mn: Self.two)
                let toOther = await server.lines.send(request, to: Self.two)
                let heard = await other.answer()
                #expect(isServed && toOther == .sent && Self.isSame(heard, request))
            }
        }
    }

    @Test func `a line that is being closed takes nothing more`() async throws {
        let intake = RecordingIntake()
        let log = RecordingLog()
        let server = GatewayServer(
            settings: try GatewaySettings(port: 0, closingGraceS: 300), intake: intake, clock: FixedClock(),
            logger: log.logger)
        let services = ServiceGroup(services: [server], logger: log.logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await services.run() }
            try await LoopbackDevice.with(port: try await server.boundPort()) { line in
                let isServed = await line.isServed(1, mn: Self.one)
                #expect(isServed)
                await intake.hold()
                try await line.send(try SampleFrames.frame(2, mn: Self.one))
                await intake.begun(2)
                await services.triggerGracefulShutdown()
                // Its frame is being stored: reading has ended, the answer is still owed.
                var outcome = SendOutcome.sent
                while outcome == .sent || outcome == .busy {
                    outcome = await server.lines.send(try Self.request(8), to: Self.one)
                }
                #expect(outcome == .closing)
                await intake.release()
            }
            try await group.waitForAll()
        }
        let outcome = await server.lines.send(try Self.request(8), to: Self.one)
        #expect(outcome == .notConnected)
    }
}
