import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(1)))
struct GatewayLimitsTests {
    /// A frame and its answer: the line is being served.
    private static func isServed(_ line: LoopbackDevice, _ number: Int) async -> Bool {
        guard let frame = try? SampleFrames.frame(number), (try? await line.send(frame)) != nil else { return false }
        return await line.answeredQNs(1) == [SampleFrames.qn(number)]
    }

    @Test(arguments: [(2, 100), (100, 2)])
    func `one line more than the limit is closed, and a freed place is given again`(
        connectionsMax: Int, perAddressMax: Int
    ) async throws {
        let settings = try GatewaySettings(
            port: 0, connectionsMax: connectionsMax, connectionsPerAddressMax: perAddressMax)
        let log = RecordingLog()
        try await withGateway(RecordingIntake(), settings: settings, log: log) { server, port in
            try await LoopbackDevice.with(port: port) { first in
                let firstServed = await Self.isServed(first, 1)
                #expect(firstServed)
                try await LoopbackDevice.with(port: port) { second in
                    let secondServed = await Self.isServed(second, 2)
                    #expect(secondServed)
                    let thirdAnswer = try await LoopbackDevice.with(port: port) { await $0.answer() }
                    #expect(thirdAnswer == nil)
                }
                #expect(server.metrics.counts.connectionsRefused == 1)
                while server.metrics.counts.connectionsOpen > 1 { await Task.yield() }
                var isServed = false
                while !isServed { isServed = try await LoopbackDevice.with(port: port) { await Self.isServed($0, 3) } }
                let firstStillServed = await Self.isServed(first, 4)
                #expect(firstStillServed)
            }
        }
        let occasion: BoundedLog.Occasion = connectionsMax < perAddressMax ? .gatewayFull : .addressFull
        #expect(log.lines.count { $0.contains(occasion.rawValue) } == 1)
    }

    enum Silence: CaseIterable {
        case fromTheBeginning, afterHalfAFrame, afterNoise, afterAFrame, drippingNoise
    }

    @Test(arguments: Silence.allCases)
    func `a line without stored frames is closed`(silence: Silence) async throws {
        let settings = try GatewaySettings(port: 0, idleTimeoutS: 1, firstFrameTimeoutS: 1)
        let log = RecordingLog()
        try await withGateway(RecordingIntake(), settings: settings, log: log) { _, port in
            try await LoopbackDevice.with(port: port) { line in
                switch silence {
                case .fromTheBeginning: break
                case .afterHalfAFrame: try await line.send(Array(try SampleFrames.frame().prefix(50)))
                case .afterNoise: try await line.send(Array("noise".utf8))
                case .afterAFrame:
                    let isServed = await Self.isServed(line, 1)
                    #expect(isServed)
                case .drippingNoise:
                    // Another line's round trip between two bytes sets the pace.
                    while (try? await line.send([0])) != nil {
                        try await LoopbackDevice.with(port: port) { other in
                            try await other.finishSending()
                            _ = await other.answer()
                        }
                    }
                }
                let answer = await line.answer()
                #expect(answer == nil)
            }
        }
        #expect(log.lines.contains { $0.contains(BoundedLog.Occasion.noProgress.rawValue) })
    }

    @Test func `a line whose frames hang in storage is closed after the grace`() async throws {
        let settings = try GatewaySettings(port: 0, idleTimeoutS: 1, firstFrameTimeoutS: 1, closingGraceS: 1)
        let intake = RecordingIntake(held: true)
        try await withGateway(intake, settings: settings) { server, port in
            let answer = try await LoopbackDevice.with(port: port) { line in
                try await line.send(try SampleFrames.frame(1))
                return await line.answer()
            }
            #expect(answer == nil)
            // The work for the line still holds its place, so that reconnecting cannot pile up more of it.
            #expect(server.metrics.counts.connectionsOpen == 1)
            await intake.release()
        }
    }

    private static func hostileStreams(_ seed: UInt64) throws -> [[UInt8]] {
        var state = seed
        let random = (0..<300_000).map { _ -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 56)
        }
        return [
            Array("GET / HTTP/1.1\r\nHost: 示例\r\n\r\n".utf8),
            [0, 1, 0, 0, 0, 6, 1, 3, 0, 0, 0, 10],
            Array("##9999QN=".utf8) + Array(repeating: UInt8(ascii: "1"), count: 400_000),
            Array(repeating: UInt8(ascii: "#"), count: 200_000),
            Array(repeating: 0, count: 1_000_000),
            random,
            (try (1...2_000).flatMap { try SampleFrames.damaged($0) }),
        ]
    }

    @Test(arguments: 0..<7)
    func `a hostile stream harms no neighbour and shows no contents in the log`(kind: Int) async throws {
        let seed: UInt64 = 20_261_123
        print("hostile stream \(kind), seed \(seed)")
        let stream = try Self.hostileStreams(seed)[kind]
        let log = RecordingLog()
        try await withGateway(RecordingIntake(), log: log) { server, port in
            try await LoopbackDevice.with(port: port) { neighbour in
                let isServed = await Self.isServed(neighbour, 1)
                #expect(isServed)
                try await LoopbackDevice.with(port: port) { hostile in
                    // The gateway may close the line while the stream is still being sent.
                    try? await hostile.send(stream)
                    let isServedBeside = await Self.isServed(neighbour, 2)
                    #expect(isServedBeside)
                    try? await hostile.finishSending()
                    let answer = await hostile.answer()
                    #expect(answer == nil)
                }
                let isServedAfter = await Self.isServed(neighbour, 3)
                #expect(isServedAfter)
            }
            let limit = try GatewaySettings().rejectedInARowMax
            #expect((1...limit + 1_000).contains(server.metrics.counts.arrivalsQuarantined))
        }
        #expect(!log.lines.contains { $0.contains(SampleFrames.password) || $0.contains("QN=") })
    }
}
