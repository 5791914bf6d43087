public import HJ212
public import Kernel
public import Logging
import NIOCore
import NIOPosix
public import ServiceLifecycle

/// Receives HJ 212 frames over TCP, makes them durable through its intake, and only then answers.
///
/// One call of `run()` per server. On graceful shutdown it accepts nobody any more, takes no further bytes, answers
/// what is stored and closes; on cancellation it closes at once, and devices send again what was not answered.
public final class GatewayServer: Service {
    private typealias Listener = NIOAsyncChannel<AdmittedLine, Never>

    /// What the gateway has done so far.
    public let metrics: GatewayMetrics
    /// Who is connected, and the way to them.
    public let lines = DeviceLines()

    private let settings: GatewaySettings
    private let keys: (any AreaKeys)?
    private let clock: any WallClock
    private let logger: Logger
    private let log: BoundedLog
    private let manners = MannersBook()
    private let commit: GroupCommit
    private let register: ConnectionRegister
    private let bound = BoundPort()

    /// A gateway that does not listen yet. Encrypted data areas are opened with `keys`, which are asked for every line.
    public init(
        settings: GatewaySettings, intake: any FrameIntake, keys: (any AreaKeys)? = nil, clock: any WallClock,
        logger: Logger, metrics: GatewayMetrics = GatewayMetrics()
    ) {
        self.settings = settings
        self.keys = keys
        self.clock = clock
        self.logger = logger
        self.metrics = metrics
        log = BoundedLog(logger: logger, clock: clock)
        // Each line hands in once at a time, so more callers than lines never wait.
        commit = GroupCommit(
            intake: intake, arrivalsPerCommitMax: settings.arrivalsPerCommitMax, waitingMax: settings.connectionsMax,
            metrics: metrics, log: log)
        register = ConnectionRegister(settings, clock: clock)
    }

    /// The port listened on, as soon as it is known.
    ///
    /// - Throws: `GatewayBindFailure` when the gateway could not listen.
    public func boundPort() async throws -> Int {
        try await bound.port()
    }

    /// Serves until graceful shutdown or cancellation.
    ///
    /// - Throws: `GatewayBindFailure` when it cannot listen; what the system said when listening broke later.
    public func run() async throws {
        let listener = try await listen()
        let place: Logger.Metadata = ["net.host": "\(settings.host)", "net.port": "\(listeningPort(listener))"]
        logger.info("gateway listens", metadata: place)
        try await withTaskCancellationOrGracefulShutdownHandler {
            try await commit.serve { try await accept(from: listener) }
        } onCancelOrGracefulShutdown: {
            listener.channel.close(promise: nil)
        }
    }

    private func listeningPort(_ listener: Listener) -> Int {
        listener.channel.localAddress?.port ?? settings.port
    }

    private func listen() async throws -> Listener {
        do {
            let listener = try await bootstrap().bind(host: settings.host, port: settings.port) { channel in
                self.admitted(channel)
            }
            bound.settle(.success(listeningPort(listener)))
            return listener
        } catch {
            let failure = GatewayBindFailure(host: settings.host, port: settings.port, underlying: error)
            bound.settle(.failure(failure))
            throw failure
        }
    }

    private func bootstrap() -> ServerBootstrap {
        ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            // All loggers of a city come back at once when the gateway starts; the system cuts this to what it allows.
            .serverChannelOption(.backlog, value: 4_096)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            // Lines inherit it. When a peer ends its sending side, all that the kernel holds is read at once, so this
            // is a part of what a line can claim.
            .serverChannelOption(.socketOption(.so_rcvbuf), value: SocketOptionValue(2 * settings.readBytesMax))
            // Lines inherit this too. A peer that does not read its answers holds this much of the kernel's memory.
            .serverChannelOption(.socketOption(.so_sndbuf), value: SocketOptionValue(settings.readBytesMax))
            // Mobile lines die without a word: the system asks now and then.
            .childChannelOption(.socketOption(.so_keepalive), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            // Whoever sends and then closes its sending side still gets its answers.
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelOption(.maxMessagesPerRead, value: 1)
            .childChannelOption(
                .writeBufferWaterMark,
                value: .init(low: settings.readBytesMax / 2, high: settings.readBytesMax)
            )
            .childChannelOption(
                .recvAllocator,
                value: AdaptiveRecvByteBufferAllocator(
                    minimum: 1_024, initial: 2_048, maximum: settings.readBytesMax))
    }

    /// The line when limits allow it; otherwise the channel is closed here, before anything is spent on it.
    private func admitted(_ channel: any Channel) -> EventLoopFuture<AdmittedLine> {
        let peer = channel.remoteAddress
        let address = peer?.ipAddress ?? "unknown"
        do {
            let line = try register.admit(from: peer?.ipAddress.flatMap { IPAddress($0) }) {
                try AdmittedLine(wrapping: channel, remote: peer?.port.map { "\(address):\($0)" } ?? address)
            }
            return channel.eventLoop.makeSucceededFuture(line)
        } catch {
            noteRefusal(error, of: address)
            channel.close(promise: nil)
            return channel.eventLoop.makeFailedFuture(error)
        }
    }

    private func noteRefusal(_ error: any Error, of address: String) {
        metrics.update { $0.connectionsRefused += 1 }
        switch error as? ConnectionRegister.Refusal {
        case .gatewayFull: log.note(.gatewayFull, ["net.peer": "\(address)"])
        case .addressFull: log.note(.addressFull, ["net.peer": "\(address)"])
        case .addressTooFast: log.note(.addressTooFast, ["net.peer": "\(address)"])
        case .addressForeign: log.note(.addressForeign, ["net.peer": "\(address)"])
        case .closing, nil: break
        }
    }

    private func accept(from listener: Listener) async throws {
        try await listener.executeThenClose { inbound in
            try await withThrowingDiscardingTaskGroup { group in
                do {
                    for try await line in inbound {
                        register.beginService(of: line)
                        group.addTask { await self.serve(line) }
                    }
                } catch {
                    await discardUnservedLines()
                    throw error
                }
                await discardUnservedLines()
            }
        }
    }

    /// Lines that were let in when nobody took lines any more would otherwise stay open until all others ended.
    private func discardUnservedLines() async {
        for line in register.close() {
            await line.discard()
            register.release(line)
        }
    }

    private func serve(_ line: AdmittedLine) async {
        metrics.update {
            $0.connectionsAccepted += 1
            $0.connectionsOpen += 1
        }
        let connection = DeviceConnection(
            line: line, lines: lines, settings: settings, keys: keys, manners: manners, commit: commit, clock: clock,
            metrics: metrics, log: log, logger: logger)
        await connection.serve()
        metrics.update { $0.connectionsOpen -= 1 }
        register.release(line)
    }
}
