import HJ212
import Kernel
import Logging
import NIOCore
import ServiceLifecycle

/// One line as long as it lives: read, store, answer, and only then read again. That order is the back-pressure: a line
/// holds one read and a few that the network layer took ahead, never more.
struct DeviceConnection: Sendable {
    let line: AdmittedLine
    let lines: DeviceLines
    /// The line's sending side, known to `lines` while this serves.
    let outboundLine: OutboundLine
    let settings: GatewaySettings
    let keys: (any AreaKeys)?
    let manners: MannersBook
    let commit: GroupCommit
    let clock: any WallClock
    let metrics: GatewayMetrics
    let log: BoundedLog
    let logger: Logger

    private var channel: any Channel { line.channel }
    private var remote: String { line.remote }

    /// A connection that serves a line and tells `lines` who speaks on it.
    init(
        line: AdmittedLine, lines: DeviceLines, settings: GatewaySettings, keys: (any AreaKeys)?, manners: MannersBook,
        commit: GroupCommit, clock: any WallClock, metrics: GatewayMetrics, log: BoundedLog, logger: Logger
    ) {
        self.line = line
        self.lines = lines
        outboundLine = lines.open(line)
        self.settings = settings
        self.keys = keys
        self.manners = manners
        self.commit = commit
        self.clock = clock
        self.metrics = metrics
        self.log = log
        self.logger = logger
    }

    /// Serves the line until it ends; closes it.
    func serve() async {
        defer { lines.close(outboundLine) }
        do {
            try await line.stream.executeThenClose { inbound, outbound in
                try await withGracefulShutdownHandler {
                    try await converseWithinLimit(inbound, outbound)
                } onGracefulShutdown: {
                    endReading()
                }
            }
        } catch {
            // Broken lines and refused commits end here; the device sends again what was not answered.
            logger.debug("connection ended early", metadata: ["net.peer": "\(remote)", "error": "\(error)"])
        }
    }

    private func converseWithinLimit(
        _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>, _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) async throws {
        let limit = ProgressLimit(firstWithin: settings.firstFrameTimeoutS)
        try await withThrowingDiscardingTaskGroup { group in
            group.addTask {
                guard (try? await limit.passed()) != nil else { return }
                log.note(.noProgress, ["net.peer": "\(remote)"])
                endReading()
            }
            try await converse(inbound, outbound, limit)
            group.cancelAll()
        }
    }

    private func converse(
        _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>, _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>,
        _ limit: ProgressLimit
    ) async throws {
        var conversation = Conversation(
            remote: remote, settings: settings, keys: keys, manners: manners, clock: clock, metrics: metrics,
            store: commit.store)
        var reads = inbound.makeAsyncIterator()
        // A broken line ends like a finished one: what came before the break is settled.
        while let bytes = (try? await reads.next()) ?? nil {
            let reply = try await conversation.receive(bytes.readableBytesView)
            lines.note(reply.heard, on: outboundLine)
            lines.note(registrants: reply.registrants, on: outboundLine)
            if reply.hasProgress { limit.extend(by: settings.idleTimeoutS) }
            try await send(reply, outbound)
            if let occasion = reply.closing {
                log.note(occasion, ["net.peer": "\(remote)"])
                return
            }
        }
        try Task.checkCancellation()
        try await send(try await conversation.finish(), outbound)
    }

    private func send(_ reply: Conversation.Reply, _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>) async throws {
        guard reply.answerCount > 0 else { return }
        try await outbound.write(ByteBuffer(bytes: reply.answers))
        metrics.update { $0.answersSent += reply.answerCount }
    }

    /// Takes nothing more from the line, lets what is under way be answered, and closes it for good after the grace:
    /// a peer that does not accept its answers cannot hold the line.
    private func endReading() {
        outboundLine.beginClosing()
        channel.close(mode: .input, promise: nil)
        channel.eventLoop.scheduleTask(in: .seconds(Int64(settings.closingGraceS))) {
            channel.close(promise: nil)
        }
    }
}
