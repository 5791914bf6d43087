import Hummingbird
import Kernel
import Synchronization
import Testing

@testable import Web

/// Takes a body and keeps nothing but the news that something came.
private struct Announcing: ResponseBodyWriter {
    var sink: AsyncStream<Void>.Continuation?

    mutating func write(_ buffer: ByteBuffer) async throws { sink?.yield() }
    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

struct EventStreamTests {
    /// A source that tells when nobody listens any more.
    private final class Source: Sendable {
        let stream: AsyncStream<ServerEvent>
        let sink: AsyncStream<ServerEvent>.Continuation
        let hasEnded = Mutex(false)

        init() {
            (stream, sink) = AsyncStream.makeStream()
            sink.onTermination = { [weak self] _ in self?.hasEnded.withLock { $0 = true } }
        }

        var route: Route {
            Route(.get, "/live", summary: Phrase("实时", "live"), permission: .signedIn) { [stream] _ in
                .events(stream)
            }
        }
    }

    @Test func `figures and fragments are written as events, in the visitor's language`() async throws {
        let source = Source()
        let stage = try await SiteStage(routes: [source.route])
        source.sink.yield(ServerEvent("figures", .json(["openCases": "3"])))
        source.sink.yield(ServerEvent("item", .fragment(TestPage(text: "一\n\ndata: 二"))))
        source.sink.finish()
        let answer = try await stage.browser(of: SiteStage.officer).get("/live?lang=en")
        #expect(answer.header("content-type") == "text/event-stream")
        #expect(answer.header("cache-control") == "no-store")
        #expect(answer.body.contains("event: figures\ndata: {\"openCases\":\"3\"}\n\n"))
        #expect(answer.body.contains("event: item\ndata: <h1>Test page</h1><p title=\"一\ndata: \ndata: data: 二\">"))
        let lines = answer.body.split(separator: "\n")
        #expect(lines.allSatisfy { ["event: ", "data: ", ": ", "retry: "].contains(where: $0.hasPrefix) })
    }

    @Test func `a stream ends when its reader leaves, and the source learns of it`() async throws {
        let source = Source()
        let (chunks, sink) = AsyncStream<Void>.makeStream()
        let stream = EventStream(
            events: source.stream, closing: ClosingSignal(), mayListen: { true }, text: { _ in "1" })
        let reader = Task {
            var writer: any ResponseBodyWriter = Announcing(sink: sink)
            try await stream.write(to: &writer)
        }
        source.sink.yield(ServerEvent("figures", .json(1)))
        for await _ in chunks.prefix(2) {}
        #expect(!source.hasEnded.withLock { $0 })
        reader.cancel()
        _ = await reader.result
        #expect(source.hasEnded.withLock { $0 })
    }

    @Test func `a stream ends when the server closes, now or before it began`() async throws {
        for isClosedBefore in [true, false] {
            let source = Source()
            let closing = ClosingSignal()
            if isClosedBefore { closing.close() }
            let stream = EventStream(events: source.stream, closing: closing, mayListen: { true }, text: { _ in "" })
            let reader = Task {
                var writer: any ResponseBodyWriter = Announcing()
                try await stream.write(to: &writer)
            }
            closing.close()
            try await reader.value
            #expect(source.hasEnded.withLock { $0 })
        }
    }

    @Test func `strangers hear nothing`() async throws {
        let source = Source()
        let stage = try await SiteStage(routes: [source.route])
        #expect(try await stage.stranger.get("/live", ["Accept": "text/event-stream"]).status == 401)
    }
}
