import HJ212
import ServiceLifecycle
import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(5)))
struct GatewayShutdownTests {
    @Test func `graceful shutdown answers what is being stored, takes nothing more and ends`() async throws {
        let intake = RecordingIntake(held: true)
        let log = RecordingLog()
        // The grace must outlast the steps of this test on a machine that is busy with all the others.
        let server = GatewayServer(
            settings: try GatewaySettings(port: 0, closingGraceS: 240), intake: intake, clock: FixedClock(),
            logger: log.logger)
        let services = ServiceGroup(services: [server], logger: log.logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await services.run() }
            let port = try await server.boundPort()
            try await LoopbackDevice.with(port: port) { idle in
                try await LoopbackDevice.with(port: port) { busy in
                    try await busy.send(try SampleFrames.frame(1))
                    await intake.begun(1)
                    await services.triggerGracefulShutdown()
                    // The idle line ends at once, so the shutdown has reached all lines' tasks or soon will.
                    let idleAnswer = await idle.answer()
                    #expect(idleAnswer == nil)
                    await #expect(throws: (any Error).self) {
                        while true { try await LoopbackDevice.with(port: port) { _ = await $0.answer() } }
                    }
                    await intake.release()
                    let answered = await busy.answeredQNs(2)
                    #expect(answered == [SampleFrames.qn(1)])
                }
            }
            try await group.waitForAll()
        }
        #expect(server.metrics.counts.connectionsOpen == 0)
    }

    @Test func `cancellation closes open lines and ends`() async throws {
        let server = GatewayServer(
            settings: try GatewaySettings(port: 0), intake: RecordingIntake(), clock: FixedClock(),
            logger: RecordingLog().logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try? await server.run() }
            try await LoopbackDevice.with(port: try await server.boundPort()) { line in
                try await line.send(try SampleFrames.frame(1))
                let answered = await line.answeredQNs(1)
                #expect(answered == [SampleFrames.qn(1)])
                group.cancelAll()
                let lastAnswer = await line.answer()
                #expect(lastAnswer == nil)
            }
            try await group.waitForAll()
        }
        #expect(server.metrics.counts.connectionsOpen == 0)
    }

    @Test func `a taken port is a failure that names the place`() async throws {
        try await withGateway(RecordingIntake()) { _, port in
            let second = GatewayServer(
                settings: try GatewaySettings(port: port), intake: RecordingIntake(), clock: FixedClock(),
                logger: RecordingLog().logger)
            let failure = await #expect(throws: GatewayBindFailure.self) { try await second.run() }
            #expect(failure?.host == "127.0.0.1")
            #expect(failure?.port == port)
            await #expect(throws: GatewayBindFailure.self) { try await second.boundPort() }
        }
    }
}
