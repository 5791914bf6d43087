import NIOCore

/// A line that was let in, with what is known of its peer. Asked once: a closed socket no longer knows its peer.
struct AdmittedLine: Sendable {
    typealias Stream = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    /// Whoever takes a line out of the register must run it to its end; a stream may not be dropped.
    let stream: Stream
    /// Address and port of the peer.
    let remote: String

    var channel: any Channel { stream.channel }

    /// Wraps a channel that nothing was read from yet. To be called on the channel's event loop.
    init(wrapping channel: any Channel, remote: String) throws {
        // Two reads ahead of the one in hand at most.
        stream = try Stream(
            wrappingChannelSynchronously: channel,
            configuration: .init(backPressureStrategy: .init(lowWatermark: 1, highWatermark: 2)))
        self.remote = remote
    }

    /// Closes a line that was never served.
    func discard() async {
        // Nobody waits for this line: how its closing went matters to none.
        try? await stream.executeThenClose { _, _ in }
    }
}
