import Gateway
import HJ212
import Kernel
import Logging
import ServiceLifecycle

/// Live traffic: real-time values of every logger at the usual interval, and the means of each hour when it is over.
struct DemoTraffic: Service {
    let loggers: [SimulatedLogger]
    let clock: any WallClock
    let gateway: GatewayServer
    let logger: Logger
    /// The first hour whose means are still to be sent.
    let firstHour: Instant

    /// HJ 212-2017 gives RtdInterval 30…3600 s; 30 s is the standard's own example.
    private static let realTimeInterval = Duration.seconds(30)

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            do { try await send() } catch is CancellationError {}
        }
    }

    private func send() async throws {
        let port = try await gateway.boundPort()
        var nextHour = firstHour
        while !Task.isCancelled {
            let now = clock.now()
            while nextHour.adding(hours: 1).adding(seconds: 5) <= now {
                let hour = nextHour
                // Made at the end of the hour, as a logger does: a value sent by hand later is the newer version.
                let madeAt = hour.adding(hours: 1)
                await send(to: port) { try $0.frames(ofHour: hour, sentAt: madeAt) }
                nextHour = madeAt
            }
            await send(to: port) { [try $0.frame(.realTime, dataTime: now, suffix: "Rtd", sentAt: now)] }
            try await Task.sleep(for: Self.realTimeInterval)
        }
    }

    /// A logger without an answer tries again with its next frames, as real ones do.
    private func send(
        to port: Int, _ frames: @escaping @Sendable (SimulatedLogger) throws -> [[UInt8]]
    ) async {
        await withTaskGroup(of: Void.self) { group in
            for simulated in loggers {
                group.addTask {
                    do { try await simulated.send(frames(simulated), to: port) } catch {
                        logger.debug("simulated logger got no answer", metadata: ["error": "\(error)"])
                    }
                }
            }
        }
    }
}
