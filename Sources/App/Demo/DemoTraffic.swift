import Gateway
import HJ212
import Kernel
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// Live traffic: each logger keeps one line open, sends real-time values at its interval and the means of each hour
/// when it is over, and answers what the platform asks.
struct DemoTraffic: Service {
    let loggers: [SimulatedLogger]
    let clock: any WallClock
    let gateway: GatewayServer
    let logger: Logger
    /// The first hour whose means are still to be sent.
    let firstHour: Instant

    /// How long a logger waits before it connects again, as real ones do.
    private static let pause = Duration.seconds(5)

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            do {
                let port = try await gateway.boundPort()
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for simulated in loggers { group.addTask { try await keepLine(of: simulated, to: port) } }
                    try await group.waitForAll()
                }
            } catch is CancellationError {}
        }
    }

    private func keepLine(of simulated: SimulatedLogger, to port: Int) async throws {
        let schedule = DemoSchedule(nextHour: firstHour)
        while !Task.isCancelled {
            do { try await serveLine(of: simulated, schedule, to: port) } catch {
                try Task.checkCancellation()
                logger.debug("simulated logger lost its line", metadata: ["error": "\(error)"])
            }
            try await Task.sleep(for: Self.pause)
        }
    }

    private func serveLine(of simulated: SimulatedLogger, _ schedule: DemoSchedule, to port: Int) async throws {
        let line = try await SimulatedLogger.connect(to: port)
        try await line.executeThenClose { inbound, outbound in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    var scanner = FrameScanner()
                    for try await bytes in inbound {
                        scanner.append(bytes.readableBytesView)
                        while let event = scanner.next() {
                            guard case .accepted(let frame) = event else { continue }
                            for answer in try simulated.answers(to: frame, now: clock.now()) {
                                try await outbound.write(ByteBuffer(bytes: answer))
                            }
                        }
                    }
                }
                group.addTask {
                    while true {
                        let due = try schedule.frames(of: simulated, now: clock.now())
                        try await outbound.write(ByteBuffer(bytes: due.joined()))
                        try await Task.sleep(for: .seconds(simulated.memory.settings.realTimeIntervalS))
                    }
                }
                // Whichever ends first ends the line: the gateway closed it, or nothing more can be sent.
                try await group.next()
                group.cancelAll()
            }
        }
    }
}
