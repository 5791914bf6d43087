import NIOCore

/// Hands what happens on a channel to its line.
final class LineHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let line: OutletLine

    init(line: OutletLine) {
        self.line = line
    }

    func channelActive(context: ChannelHandlerContext) { line.opened(context.channel) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) { line.received(unwrapInboundIn(data)) }

    func channelInactive(context: ChannelHandlerContext) { line.closed() }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
