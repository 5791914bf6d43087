import NIOCore
import Synchronization

/// Tells live streams that the server is closing, so that shutdown need not wait for browsers to leave.
final class ClosingSignal: Sendable {
    private struct State {
        var isClosing = false
        var nextKey = 0
        var listeners: [Int: AsyncStream<Never>.Continuation] = [:]
    }

    /// Who waits; guarded by the mutex.
    private let state = Mutex(State())

    /// Ends the waiting of everybody, now and from now on.
    func close() {
        let listeners = state.withLock { state in
            state.isClosing = true
            defer { state.listeners = [:] }
            return Array(state.listeners.values)
        }
        for listener in listeners { listener.finish() }
    }

    /// Returns when the server is closing or the task is cancelled.
    func wait() async {
        let stream = AsyncStream<Never> { continuation in
            let key: Int? = state.withLock { state in
                guard !state.isClosing else { return nil }
                state.nextKey += 1
                state.listeners[state.nextKey] = continuation
                return state.nextKey
            }
            guard let key else { return continuation.finish() }
            continuation.onTermination = { [weak self] _ in
                self?.state.withLock { _ = $0.listeners.removeValue(forKey: key) }
            }
        }
        for await _ in stream {}
    }
}

/// Hears on each connection that the server wants to close, and passes it on.
///
/// The server waits for open replies before it stops, and a live stream never ends by itself.
final class ClosingListener: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = Any

    private let signal: ClosingSignal

    init(signal: ClosingSignal) {
        self.signal = signal
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent { signal.close() }
        context.fireUserInboundEventTriggered(event)
    }
}
