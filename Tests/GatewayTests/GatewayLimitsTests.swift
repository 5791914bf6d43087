import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(5)))
struct GatewayLimitsTests {
    @Test(arguments: [(2, 100), (100, 2)])
    func `one line more than the limit is closed, and a freed place is given again`(
        connectionsMax: Int, perAddressMax: Int
    ) async throws {
        let settings = try GatewaySettings(
            port: 0, connectionsMax: connectionsMax, connectionsPerAddressMax: perAddressMax)
        let log = RecordingLog()
        try await withGateway(RecordingIntake(), settings: settings, log: log) { server, port in
            try await LoopbackDevice.with(port: port) { first in
                let firstServed = await first.isServed(1)
                #expect(firstServed)
                try await LoopbackDevice.with(port: port) { second in
                    let secondServed = await second.isServed(2)
                    #expect(secondServed)
                    let thirdAnswer = try await LoopbackDevice.with(port: port) { await $0.answer() }
                    #expect(thirdAnswer == nil)
                }
                #expect(server.metrics.counts.connectionsRefused == 1)
                while server.metrics.counts.connectionsOpen > 1 { await Task.yield() }
                var isServed = false
                while !isServed { isServed = try await LoopbackDevice.with(port: port) { await $0.isServed(3) } }
                let firstStillServed = await first.isServed(4)
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
        let settings = try GatewaySettings(
            port: 0, connectionsPerAddressPerMinuteMax: 1_000_000, idleTimeoutS: 1, firstFrameTimeoutS: 1)
        let log = RecordingLog()
        try await withGateway(RecordingIntake(), settings: settings, log: log) { _, port in
            try await LoopbackDevice.with(port: port) { line in
                switch silence {
                case .fromTheBeginning: break
                case .afterHalfAFrame: try await line.send(Array(try SampleFrames.frame().prefix(50)))
                case .afterNoise: try await line.send(Array("noise".utf8))
                // Whether the frame came within the limit is the machine's affair; the line is closed either way.
                case .afterAFrame: try? await line.send(try SampleFrames.frame(1))
                case .drippingNoise:
                    // Another line's round trip between two bytes sets the pace.
                    while (try? await line.send([0])) != nil {
                        try await LoopbackDevice.with(port: port) { other in
                            try await other.finishSending()
                            _ = await other.answer()
                        }
                    }
                }
                while await line.answer() != nil {}
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
}
