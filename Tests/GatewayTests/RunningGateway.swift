import Logging

@testable import Gateway

/// Runs a gateway on a free port of loopback for as long as the body lasts.
func withGateway<Value: Sendable>(
    _ intake: any FrameIntake, settings: GatewaySettings? = nil, log: RecordingLog = RecordingLog(),
    _ body: (GatewayServer, Int) async throws -> Value
) async throws -> Value {
    let server = GatewayServer(
        settings: try settings ?? GatewaySettings(port: 0), intake: intake, clock: FixedClock(), logger: log.logger)
    return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await server.run() }
        let port = try await server.boundPort()
        let value = try await body(server, port)
        group.cancelAll()
        return value
    }
}
