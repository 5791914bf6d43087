import HJ212
import NIOCore
import NIOPosix

/// A device's side of a line on loopback.
final class LoopbackDevice {
    private let channel: any Channel
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private var scanner = FrameScanner()

    private init(
        _ channel: any Channel, _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>,
        _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) {
        self.channel = channel
        self.inbound = inbound.makeAsyncIterator()
        self.outbound = outbound
    }

    /// Connects, runs the body, and closes the line.
    static func with<Value: Sendable>(
        port: Int, _ body: (LoopbackDevice) async throws -> Value
    ) async throws -> Value {
        let stream = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await stream.executeThenClose { inbound, outbound in
            try await body(LoopbackDevice(stream.channel, inbound, outbound))
        }
    }

    func send(_ bytes: [UInt8]) async throws {
        try await outbound.write(ByteBuffer(bytes: bytes))
    }

    /// Ends the sending side only.
    func finishSending() async throws {
        try await channel.close(mode: .output).get()
    }

    /// The next answer; nil when the gateway closed the line.
    func answer() async -> Frame? {
        while true {
            if case .accepted(let frame) = scanner.next() { return frame }
            guard let bytes = (try? await inbound.next()) ?? nil else { return nil }
            scanner.append(bytes.readableBytesView)
        }
    }

    /// QNs of the next answers, fewer when the gateway closes the line before.
    func answeredQNs(_ count: Int) async -> [String] {
        var answered: [String] = []
        while answered.count < count, let frame = await answer() { answered.append(frame.header.qn?.text ?? "") }
        return answered
    }

    /// A frame and its answer: the line is being served.
    func isServed(_ number: Int, mn: String = SampleFrames.mn) async -> Bool {
        guard let frame = try? SampleFrames.frame(number, mn: mn), (try? await send(frame)) != nil else {
            return false
        }
        return await answeredQNs(1) == [SampleFrames.qn(number)]
    }
}
