import Hummingbird
import NIOCore

/// Writes a live stream (server-sent events) until its source ends, the session ends, the server closes or the task is
/// cancelled because the browser left.
struct EventStream: Sendable {
    /// A silent line this often keeps proxies from closing the connection, and is when the session is looked at again.
    static let heartbeat = Duration.seconds(15)
    /// A browser that is this far behind is cut off; it comes back by itself and finds the page's present state.
    static let behindMax = 256

    let events: AsyncStream<ServerEvent>
    let closing: ClosingSignal
    /// Whether the visitor may still listen.
    let mayListen: @Sendable () async -> Bool
    /// The text of an event's payload.
    let text: @Sendable (ServerEvent.Payload) throws -> String

    private enum Piece: Sendable {
        case event(ServerEvent)
        case heartbeat
    }

    /// Writes until the stream ends; then the reply is complete.
    func write(to writer: inout any ResponseBodyWriter) async throws {
        try await writer.write(ByteBuffer(string: "retry: 3000\n: connected\n\n"))
        try await withThrowingTaskGroup(of: Void.self) { group in
            let (pieces, sink) = AsyncStream.makeStream(
                of: Piece.self, bufferingPolicy: .bufferingOldest(Self.behindMax))
            group.addTask { [events] in
                for await event in events {
                    if case .dropped = sink.yield(.event(event)) { break }
                }
                sink.finish()
            }
            group.addTask {
                while !Task.isCancelled {
                    try? await Task.sleep(for: Self.heartbeat)
                    sink.yield(.heartbeat)
                }
            }
            group.addTask { [closing] in
                await closing.wait()
                sink.finish()
            }
            defer { group.cancelAll() }
            for await piece in pieces {
                switch piece {
                case .event(let event): try await writer.write(ByteBuffer(string: message(event)))
                case .heartbeat:
                    guard await mayListen() else { return }
                    try await writer.write(ByteBuffer(string: ": still here\n\n"))
                }
            }
        }
    }

    /// One message: every line of the payload is a data line, so no payload can end a message early.
    private func message(_ event: ServerEvent) throws -> String {
        let lines = try text(event.payload).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let position = event.position.map { "id: \($0)\n" } ?? ""
        return "event: \(event.name)\n" + position + lines.map { "data: \($0)\n" }.joined() + "\n"
    }
}
