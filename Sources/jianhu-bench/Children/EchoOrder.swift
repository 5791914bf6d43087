import NIOCore
import NIOPosix
import Simulator
import Synchronization

/// A child's order: send messages of one size over many lines, a window of them at once, and time the answers.
struct EchoOrder: Codable, Sendable {
    let port: Int
    let connections: Int
    let window: Int
    let frameBytes: Int
    let answerBytes: Int
    let seconds: Double

    func carryOut() async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let times = Mutex(LatencyHistogram())
        for _ in 0..<connections {
            _ = try await ClientBootstrap(group: group)
                .channelOption(.tcpOption(.tcp_nodelay), value: 1)
                .channelInitializer { [order = self] channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(
                            EchoingLine(order) { microseconds in
                                times.withLock { $0.record(microseconds: microseconds) }
                            })
                    }
                }
                .connect(host: "127.0.0.1", port: port).get()
        }
        try await Task.sleep(for: .seconds(1))
        times.withLock { $0 = LatencyHistogram() }
        let start = ContinuousClock.now
        try await Task.sleep(for: .seconds(seconds))
        let found = times.withLock { $0 }
        let took = (ContinuousClock.now - start).seconds
        try ChildOrder.report(
            EchoYardstick.Result(messagesPerS: Double(found.count) / took, p99MS: found.quantileMS(0.99) ?? 0))
        try await group.shutdownGracefully()
    }
}

/// One line: a window of messages on their way, a new one for each answer.
private final class EchoingLine: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let order: EchoOrder
    private let message: ByteBuffer
    private let record: (Int64) -> Void
    private var sent = CircularBuffer<NIODeadline>()
    private var received = 0

    init(_ order: EchoOrder, record: @escaping (Int64) -> Void) {
        self.order = order
        self.record = record
        message = ByteBuffer(repeating: UInt8(ascii: "m"), count: order.frameBytes)
    }

    func channelActive(context: ChannelHandlerContext) {
        for _ in 0..<order.window { send(context) }
        context.flush()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received += unwrapInboundIn(data).readableBytes
        let now = NIODeadline.now()
        while received >= order.answerBytes, let moment = sent.popFirst() {
            received -= order.answerBytes
            record((now - moment).nanoseconds / 1_000)
            send(context)
        }
        context.flush()
    }

    private func send(_ context: ChannelHandlerContext) {
        sent.append(.now())
        context.write(NIOAny(message), promise: nil)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
