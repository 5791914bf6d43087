import Kernel
import NIOCore
import NIOHTTP1
import NIOPosix
import Notices

/// Posts notices over HTTP/1.1, plain or in TLS as the address says, one connection each: few are sent, and none must
/// wait for another receiver.
struct HTTPNoticeSender: NoticeSender {
    private static let timeout = TimeAmount.seconds(10)
    /// A file of authorities to believe instead of the system's.
    var authorities: String?

    /// Why no answer came.
    enum Fault: Error, CustomStringConvertible {
        case closed
        case late

        var description: String {
            switch self {
            case .closed: "the connection was closed before an answer"
            case .late: "no answer within 10 seconds"
            }
        }
    }

    func post(
        _ body: [UInt8], to address: NoticeAddress, headers: [(name: String, value: String)]
    ) async throws -> Int {
        // Read anew each time: authorities come and go while the program runs.
        let trust = address.scheme == .https ? try TLSTrust(authorities: authorities) : nil
        let group = MultiThreadedEventLoopGroup.singleton
        let answer = group.next().makePromise(of: Int.self)
        do {
            let channel = try await ClientBootstrap(group: group)
                .connectTimeout(Self.timeout)
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        if let trust {
                            try channel.pipeline.syncOperations.addHandler(
                                TLSClientHandler(to: address.host, trust: trust))
                        }
                        try channel.pipeline.syncOperations.addHTTPClientHandlers()
                        try channel.pipeline.syncOperations.addHandler(AnswerReader(answer: answer))
                    }
                }
                .connect(host: address.host, port: address.port).get()
            channel.eventLoop.scheduleTask(in: Self.timeout) {
                answer.fail(Fault.late)
                channel.close(promise: nil)
            }
            var head = HTTPRequestHead(version: .http1_1, method: .POST, uri: address.path)
            head.headers.add(name: "Host", value: address.authority)
            head.headers.add(name: "Content-Length", value: "\(body.count)")
            head.headers.add(name: "Connection", value: "close")
            for header in headers { head.headers.add(name: header.name, value: header.value) }
            channel.write(HTTPClientRequestPart.head(head), promise: nil)
            channel.write(HTTPClientRequestPart.body(.byteBuffer(ByteBuffer(bytes: body))), promise: nil)
            channel.writeAndFlush(HTTPClientRequestPart.end(nil), promise: nil)
        } catch {
            answer.fail(error)
        }
        return try await answer.futureResult.get()
    }

    /// Tells the status of the answer and reads no further: what a receiver writes back is nobody's concern.
    private final class AnswerReader: ChannelInboundHandler, Sendable {
        typealias InboundIn = HTTPClientResponsePart

        private let answer: EventLoopPromise<Int>

        init(answer: EventLoopPromise<Int>) { self.answer = answer }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            guard case .head(let head) = unwrapInboundIn(data), head.status.code >= 200 else { return }
            answer.succeed(Int(head.status.code))
            context.close(promise: nil)
        }

        func channelInactive(context: ChannelHandlerContext) { answer.fail(Fault.closed) }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            answer.fail(error)
            context.close(promise: nil)
        }
    }
}
