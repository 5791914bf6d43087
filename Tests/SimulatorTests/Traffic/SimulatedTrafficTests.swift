import Gateway
import HJ212
import Kernel
import Logging
import NIOCore
import NIOPosix
@testable import Simulator
import Synchronization
import Testing

struct SimulatedTrafficTests {
    private static let noon = Instant(milliseconds: 1_795_406_400_000)

    /// Keeps every frame once, as a platform that knows the outlets of a city.
    private final class Platform: FrameIntake {
        /// The bytes stored, without tails; guarded by the mutex.
        let stored = Mutex<Set<[UInt8]>>([])
        private let passwords: [String: String]

        init(_ city: SimulatedCity, outlets: Int) {
            passwords = Dictionary(
                uniqueKeysWithValues: (0..<outlets).map { (city.outlet($0).device.text, city.outlet($0).password) })
        }

        func store(_ arrivals: [Arrival]) async throws -> [IntakeVerdict] {
            stored.withLock { stored in
                arrivals.map { arrival in
                    guard case .accepted(let frame) = arrival.event, let mn = frame.header.mn,
                        passwords[mn] == frame.header.pw
                    else { return .quarantined(reason: "refused") }
                    return stored.insert(frame.bytes).inserted ? .stored : .alreadyStored
                }
            }
        }
    }

    private struct StillClock: WallClock {
        func now() -> Instant { noon }
    }

    /// Runs a plan against a real gateway until it ends by itself.
    private static func run(
        _ city: SimulatedCity, outlets: Int, _ change: (inout TrafficPlan) -> Void
    ) async throws -> (counts: TrafficCounts, platform: Platform, expected: Set<[UInt8]>) {
        let platform = Platform(city, outlets: outlets)
        let gateway = GatewayServer(
            settings: try GatewaySettings(port: 0), intake: platform, clock: StillClock(), logger: Logger(label: "test")
        )
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await gateway.run() }
            var plan = TrafficPlan(
                city: city, outlets: 0..<outlets, port: try await gateway.boundPort(), from: noon)
            plan.until = noon.adding(hours: 1)
            plan.pace = .catchingUp
            plan.secondsMax = 60
            change(&plan)
            let answered = Mutex<Set<[UInt8]>>([])
            let traffic = SimulatedTraffic(plan) { outlet, report in
                answered.withLock { _ = $0.insert(outlet.frame(of: report)) }
            }
            try await traffic.run()
            group.cancelAll()
            return (traffic.counts, platform, answered.withLock { $0 })
        }
    }

    @Test(arguments: [(1, 20), (8, 20), (1, 3), (5, 1)])
    func `a city catches up: every report is answered once and stored once`(window: Int, connections: Int) async throws
    {
        let city = SimulatedCity(seed: 5)
        let (counts, platform, answered) = try await Self.run(city, outlets: 20) { plan in
            plan.window = window
            plan.connections = connections
        }
        let stored = platform.stored.withLock { $0 }
        // An hour of 20 outlets: 120 instantaneous, 6 minute and 1 hour reports; the sixteenth outlet splits the last.
        #expect(counts.answered == 20 * (120 + 6 + 1) + 1)
        // On a busy machine an answer may take longer than a logger waits: then it sends again, and is answered again.
        #expect(counts.sent == counts.answered + counts.repeated && counts.breaks == 0)
        #expect(counts.connects == connections)
        #expect(Set(answered.map { Array($0.dropLast(2)) }) == stored)
        #expect(counts.answerTimes.count == counts.answered)
    }

    @Test func `with every fault at once, all that can be answered is answered`() async throws {
        let city = SimulatedCity(seed: 6)
        let rate = 1.0 / Double(WireFault.allCases.count)
        let faults = FaultMix(Dictionary(uniqueKeysWithValues: WireFault.allCases.map { ($0, rate) }))
        let (counts, _, _) = try await Self.run(city, outlets: 30) { plan in
            plan.faults = faults
            plan.kinds = [.minute, .hour]
            plan.connections = 10
        }
        #expect(counts.answered + counts.damaged == counts.sent - counts.repeated)
        #expect(counts.damaged > 30 && counts.unasked > 10)
    }

    /// A port below those that the system gives to outgoing lines: still free when the platform comes back.
    private static func lastingPort() async throws -> Int {
        for port in (20_000..<32_768).shuffled().prefix(100) {
            let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            guard let channel = try? await bootstrap.bind(host: "127.0.0.1", port: port).get() else { continue }
            try await channel.close()
            return port
        }
        throw NoFreePort()
    }

    private struct NoFreePort: Error {}

    @Test func `loggers come back to a platform that was away, and send again what was not answered`() async throws {
        let city = SimulatedCity(seed: 8)
        let platform = Platform(city, outlets: 10)
        let (firstAnswers, enough) = AsyncStream.makeStream(of: Void.self)
        let port = try await Self.lastingPort()
        func serve(until end: () async throws -> Void) async throws {
            let gateway = GatewayServer(
                settings: try GatewaySettings(port: port), intake: platform, clock: StillClock(),
                logger: Logger(label: "test"))
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await gateway.run() }
                _ = try await gateway.boundPort()
                try await end()
                group.cancelAll()
            }
        }
        let answered = Mutex(0)
        let traffic = Mutex<SimulatedTraffic?>(nil)
        try await withThrowingTaskGroup(of: Void.self) { group in
            try await serve {
                var plan = TrafficPlan(city: city, outlets: 0..<10, port: port, from: Self.noon)
                plan.until = Self.noon.adding(hours: 12)
                plan.pace = .catchingUp
                plan.kinds = [.minute]
                plan.window = 4
                plan.secondsMax = 60
                let flowing = SimulatedTraffic(plan) { _, _ in
                    if answered.withLock({ count in
                        count += 1; return count == 50
                    }) {
                        enough.finish()
                    }
                }
                traffic.withLock { $0 = flowing }
                group.addTask { try await flowing.run() }
                for await _ in firstAnswers {}
            }
            try await serve { try await group.next() }
        }
        let counts = try #require(traffic.withLock { $0 }).counts
        #expect(counts.answered == 10 * 72 && platform.stored.withLock { $0.count } == 10 * 72)
        #expect(counts.breaks >= 10 && counts.connects >= 20)
    }
}
