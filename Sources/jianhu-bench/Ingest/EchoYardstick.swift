import NIOCore
import NIOPosix

/// How many messages a second the network alone carries here: a server that counts bytes and sends back as many as an
/// answer has, a client process with the same connections and sizes.
struct EchoYardstick {
    let connections: Int
    let frameBytes: Int
    let answerBytes: Int
    let seconds: Double

    /// What the echo's client found.
    struct Result: Codable, Sendable {
        let messagesPerS: Double
        let p99MS: Double
    }

    func run(window: Int) async throws -> Result {
        let (frameBytes, answerBytes) = (frameBytes, answerBytes)
        let group = MultiThreadedEventLoopGroup.singleton
        let server = try await ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1_024)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let answer = ByteBuffer(repeating: UInt8(ascii: "a"), count: answerBytes)
                    try channel.pipeline.syncOperations.addHandler(
                        CountingEcho(messageBytes: frameBytes, answer: answer))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        guard let port = server.localAddress?.port else { throw BenchFault("the echo has no port; try again") }
        let child = try ChildProcess(
            .echo(
                EchoOrder(
                    port: port, connections: connections, window: window, frameBytes: frameBytes,
                    answerBytes: answerBytes, seconds: seconds)))
        let result = try await child.message(Result.self)
        await child.end()
        try await server.close()
        return result
    }
}

/// Sends an answer for every so many bytes.
private final class CountingEcho: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let messageBytes: Int
    private let answer: ByteBuffer
    private var received = 0

    init(messageBytes: Int, answer: ByteBuffer) {
        self.messageBytes = messageBytes
        self.answer = answer
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received += unwrapInboundIn(data).readableBytes
        var isOwed = false
        while received >= messageBytes {
            received -= messageBytes
            context.write(NIOAny(answer), promise: nil)
            isOwed = true
        }
        if isOwed { context.flush() }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
