import HJ212
import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(5)))
struct RegistrantTests {
    private static func registration(_ number: Int, hardware: String = "HW1") throws -> [UInt8] {
        let header = Header(
            qn: QN(SampleFrames.qn(number)), st: "31", cn: 1001, pw: "654321", mn: "", flag: Flag(9))
        return try FrameEncoder.encode(header: header, items: [[Item(key: "i23005-Info", value: hardware)]])
    }

    @Test func `who registers is answered by 9013, and reached on the newest of his lines`() async throws {
        try await withGateway(RecordingIntake()) { server, port in
            let order = try SampleFrames.frame(90, flag: 9)
            let before = await server.lines.send(order, toRegistrant: "HW1")
            #expect(before == .notConnected)
            try await LoopbackDevice.with(port: port) { first in
                try await first.send(try Self.registration(1))
                let answer = await first.answer()
                #expect(answer?.header.cn == .notificationAnswer && answer?.header.mn == nil)
                try await LoopbackDevice.with(port: port) { second in
                    try await second.send(try Self.registration(2))
                    let answered = await second.answeredQNs(1)
                    #expect(answered == [SampleFrames.qn(2)])
                    let outcome = await server.lines.send(order, toRegistrant: "HW1")
                    let heard = await second.answer()
                    #expect(outcome == .sent && heard?.header.qn?.text == SampleFrames.qn(90))
                }
            }
            // Nobody is connected by a registration alone.
            #expect(server.lines.connected.isEmpty && server.lines.line(of: "HW1") == nil)
        }
    }

    @Test func `registering without end closes the line, and proves nothing`() async throws {
        let limit = 8
        let settings = try GatewaySettings(port: 0, rejectedInARowMax: limit)
        try await withGateway(RecordingIntake(), settings: settings) { server, port in
            try await LoopbackDevice.with(port: port) { line in
                for number in 1...limit {
                    try await line.send(try Self.registration(number, hardware: "HW\(number)"))
                    let answered = await line.answeredQNs(1)
                    #expect(answered == [SampleFrames.qn(number)])
                }
                let after = await line.answer()
                #expect(after == nil)
            }
            #expect(server.metrics.counts.arrivalsNoted == limit && server.metrics.counts.framesStored == 0)
        }
    }
}
