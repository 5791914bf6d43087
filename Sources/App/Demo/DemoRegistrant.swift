import Gateway
import HJ212
import Kernel
import Logging
import NIOCore
import ServiceLifecycle

/// A logger of 2025 (示例) that nobody has registered yet: it tells its hardware every minute until somebody gives it a
/// number, takes the number, and sends real-time values under it.
struct DemoRegistrant: Service {
    let clock: any WallClock
    let gateway: GatewayServer
    let logger: Logger
    /// What the platform told it; forgotten with the program, so that it registers again.
    private let memory = SimulatedMemory()

    /// What it calls itself; invented.
    private static let hardware = LoggerHardware(
        id: "EXAMPLE-LOGGER-0001", cpuID: "EXAMPLE-CPU-0001", macAddresses: ["02AA00000001", "02AA00000002"])
    private static let password = "654321"
    /// Between two registrations, and between two values.
    private static let pause = Duration.seconds(60)

    /// A logger that registers at this gateway.
    init(clock: any WallClock, gateway: GatewayServer, logger: Logger) {
        self.clock = clock
        self.gateway = gateway
        self.logger = logger
    }

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            do {
                let port = try await gateway.boundPort()
                while !Task.isCancelled {
                    do { try await keepLine(to: port) } catch {
                        try Task.checkCancellation()
                        logger.debug("the registering logger lost its line", metadata: ["error": "\(error)"])
                    }
                    try await Task.sleep(for: .seconds(5))
                }
            } catch is CancellationError {}
        }
    }

    private func keepLine(to port: Int) async throws {
        let memory = memory
        let line = try await SimulatedLogger.connect(to: port)
        try await line.executeThenClose { inbound, outbound in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    var scanner = FrameScanner()
                    for try await bytes in inbound {
                        scanner.append(bytes.readableBytesView)
                        while let event = scanner.next() {
                            guard case .accepted(let frame) = event else { continue }
                            for answer in try Self.answers(to: frame, memory) {
                                try await outbound.write(ByteBuffer(bytes: answer))
                            }
                        }
                    }
                }
                group.addTask {
                    while true {
                        try await outbound.write(ByteBuffer(bytes: try frame(memory)))
                        try await Task.sleep(for: Self.pause)
                    }
                }
                try await group.next()
                group.cancelAll()
            }
        }
    }

    /// Its registration, or a value once it has a number.
    private func frame(_ memory: SimulatedMemory) throws -> [UInt8] {
        let now = clock.now()
        let stamp = CivilStamp(millisecondsSince1970: now.milliseconds)
        let settings = memory.settings
        let number = settings.number
        let header = Header(
            qn: QN(stamp), st: "31", cn: number == nil ? 1001 : .realTime, pw: settings.password ?? Self.password,
            mn: number ?? "", flag: HJ212.Flag(9))
        guard number != nil else {
            let macs = zip(["i23007-Info", "i23008-Info"], Self.hardware.macAddresses).map { Item(key: $0, value: $1) }
            let items =
                [
                    Item(key: "i23005-Info", value: Self.hardware.id),
                    Item(key: "i23006-Info", value: Self.hardware.cpuID ?? ""),
                ] + macs
            return try FrameEncoder.encode(header: header, items: items.map { [$0] })
        }
        return try FrameEncoder.encode(
            header: header,
            items: [[Item(key: "DataTime", value: stamp.text14)], [Item(key: "a21026-Rtd", value: "12.3")]])
    }

    /// It takes a number and a password, and nothing else. Its answers carry the number that it has by then.
    private static func answers(to frame: Frame, _ memory: SimulatedMemory) throws -> [[UInt8]] {
        guard frame.wantsAnswer, let request = PlatformRequest(reading: frame) else { return [] }
        switch request {
        case .setDeviceNumber(let number): memory.update { $0.number = number }
        case .setPassword(let password): memory.update { $0.password = password }
        default: return [try answer(.requestAnswer, Item(key: "QnRtn", value: "2"), to: frame, memory)]
        }
        return [
            try answer(.requestAnswer, Item(key: "QnRtn", value: "1"), to: frame, memory),
            try answer(.executionResult, Item(key: "ExeRtn", value: "1"), to: frame, memory),
        ]
    }

    private static func answer(
        _ command: Command, _ result: Item, to frame: Frame, _ memory: SimulatedMemory
    ) throws -> [UInt8] {
        let settings = memory.settings
        let header = Header(
            qn: frame.header.qn, st: "91", cn: command, pw: settings.password ?? password, mn: settings.number ?? "",
            flag: HJ212.Flag(8))
        return try FrameEncoder.encode(header: header, items: [[result]])
    }
}
