import TestMaterial
import Testing

@testable import Gateway

/// What devices of other kinds, and people, send to a port: each on the real server, beside a neighbour that works.
@Suite(.timeLimit(.minutes(5)))
struct HostileStreamTests {
    struct Stream: CustomTestStringConvertible, Sendable {
        let name: String
        let bytes: [UInt8]
        /// Whether the stream holds frames of a registered device, so that the line is worth keeping.
        var isWorthKeeping = false

        var testDescription: String { name }
    }

    private static let seed: UInt64 = 20_261_123

    private static func text(_ text: String, times: Int = 1) -> [UInt8] {
        Array(Array(repeating: Array(text.utf8), count: times).joined())
    }

    /// A TLS 1.2 client's first record: handshake, hello, made-up random bytes.
    private static let tlsHello: [UInt8] =
        [0x16, 3, 1, 0, 0x65, 1, 0, 0, 0x61, 3, 3] + (0..<32).map { $0 &* 37 &+ 11 } + [
            0, 0, 2, 0x13, 1, 1, 0, 0, 0x36,
        ]
        + (0..<54).map { $0 &* 91 }

    private static func streams() throws -> [Stream] {
        var state = seed
        let noise = (0..<300_000).map { _ -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 56)
        }
        let modbus: [UInt8] = [0, 1, 0, 0, 0, 6, 1, 3, 0, 0, 0, 10]
        return [
            Stream(name: "an HTTP request", bytes: text("GET / HTTP/1.1\r\nHost: 示例\r\n\r\n")),
            Stream(name: "Modbus TCP requests", bytes: (0..<5_000).flatMap { _ in modbus }),
            Stream(name: "a TLS hello", bytes: tlsHello),
            Stream(
                name: "a frame that declares more than it holds", bytes: text("##9999QN=") + text("1", times: 400_000)),
            Stream(name: "endless heads", bytes: text("##", times: 100_000)),
            Stream(name: "endless heads with lengths", bytes: text("##0100", times: 50_000)),
            Stream(
                name: "a header that never closes", bytes: text("##1024") + text("QN=20261123150000001;", times: 20_000)
            ),
            Stream(
                name: "a data area that never closes", bytes: text("##0900QN=1;CP=&&") + text("a=1;", times: 100_000)),
            Stream(name: "zeros", bytes: Array(repeating: 0, count: 1_000_000)),
            Stream(name: "noise", bytes: noise),
            Stream(
                name: "two thousand damaged frames", bytes: try (1...2_000).flatMap { try SampleFrames.damaged($0) }),
            Stream(
                name: "Modbus TCP between frames",
                bytes: try (1...40).flatMap { try modbus + SampleFrames.frame($0) + modbus }, isWorthKeeping: true),
        ]
    }

    @Test(arguments: try streams())
    func `a hostile stream harms no neighbour and shows no contents in the log`(stream: Stream) async throws {
        print("hostile stream: \(stream.name), seed \(Self.seed)")
        let log = RecordingLog()
        try await withGateway(RecordingIntake(), log: log) { server, port in
            try await LoopbackDevice.with(port: port) { neighbour in
                let isServed = await neighbour.isServed(101)
                #expect(isServed)
                try await LoopbackDevice.with(port: port) { hostile in
                    // The gateway may close the line while the stream is still being sent.
                    try? await hostile.send(stream.bytes)
                    let isServedBeside = await neighbour.isServed(102)
                    #expect(isServedBeside)
                    try? await hostile.finishSending()
                    let answered = await hostile.answeredQNs(41)
                    #expect(answered == (stream.isWorthKeeping ? (1...40).map(SampleFrames.qn) : []))
                }
                let isServedAfter = await neighbour.isServed(103)
                #expect(isServedAfter)
            }
            let limit = try GatewaySettings().rejectedInARowMax
            #expect((1...limit + 1_000).contains(server.metrics.counts.arrivalsQuarantined))
        }
        #expect(!log.lines.contains { $0.contains(SampleFrames.password) || $0.contains("QN=") })
    }

    enum Manner: CaseIterable {
        case breaksAfterFrame, breaksInsideFrame, breaksWithoutAWord, endsAndNeverReads, neverReads
    }

    @Test(arguments: Manner.allCases)
    func `a peer that breaks off or goes deaf leaves others and the gateway as they were`(
        manner: Manner
    ) async throws {
        try await withGateway(RecordingIntake()) { server, port in
            try await LoopbackDevice.with(port: port) { neighbour in
                let isServedBefore = await neighbour.isServed(101)
                #expect(isServedBefore)
                var deaf: [LoopbackLine] = []
                for number in 1...20 {
                    let line = try LoopbackLine(port: port, receiveBufferBytes: 4_096)
                    switch manner {
                    case .breaksAfterFrame:
                        #expect(line.send(try SampleFrames.frame(number)))
                        line.breakWhenClosed()
                    case .breaksInsideFrame:
                        #expect(line.send(Array(try SampleFrames.frame(number).prefix(70))))
                        line.breakWhenClosed()
                    case .breaksWithoutAWord:
                        line.breakWhenClosed()
                    case .endsAndNeverReads:
                        #expect(line.send(try (1...50).flatMap { try SampleFrames.frame($0) }))
                        line.finishSending()
                        deaf.append(line)
                    case .neverReads:
                        let many = try (1...50).flatMap { try SampleFrames.frame($0) }
                        #expect(line.sendAtOnce(many) > 0)
                        deaf.append(line)
                    }
                    let isServed = await neighbour.isServed(101 + number)
                    #expect(isServed)
                }
                if manner == .neverReads {
                    while server.metrics.counts.connectionsAccepted < 21 { await Task.yield() }
                    #expect(server.metrics.counts.connectionsOpen == 21)
                }
                deaf = []
                // A line leaves the register a moment after it was counted as closed.
                while server.metrics.counts.connectionsOpen > 1 || server.lines.connectedCount > 1 {
                    await Task.yield()
                }
                let isServedAfter = await neighbour.isServed(199)
                #expect(isServedAfter && server.lines.connectedCount == 1)
            }
        }
    }
}
