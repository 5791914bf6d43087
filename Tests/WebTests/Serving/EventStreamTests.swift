import Dispatch
import Hummingbird
import Kernel
import Synchronization
import TestMaterial
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
        /// Ends when nobody listens any more.
        let listening: AsyncStream<Never>
        private let listens: AsyncStream<Never>.Continuation

        init() {
            (stream, sink) = AsyncStream.makeStream()
            (listening, listens) = AsyncStream.makeStream()
            sink.onTermination = { [weak self] _ in
                self?.hasEnded.withLock { $0 = true }
                self?.listens.finish()
            }
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

    @Test func `a browser that closes its connection ends its stream, however long nothing is told`() async throws {
        let source = Source()
        let stage = try await SiteStage(routes: [source.route])
        let cookie = try #require(try await stage.browser(of: SiteStage.officer).cookie)
        let (opened, announce) = AsyncStream.makeStream(of: Int.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            let application = stage.site.application { announce.yield($0) }
            group.addTask { try await application.run() }
            for await port in opened {
                // Reading blocks its thread, which the server may need; the line closes when the reader is done.
                let head = try await withCheckedThrowingContinuation { (done: CheckedContinuation<String, any Error>) in
                    DispatchQueue.global().async {
                        done.resume(
                            with: Result {
                                let browser = try LoopbackLine(port: port)
                                browser.send("GET /live HTTP/1.1\r\nHost: here\r\nCookie: \(cookie)\r\n\r\n".utf8)
                                return browser.receive { $0.contains(": connected") }
                            })
                    }
                }
                #expect(head.contains("text/event-stream") && head.contains(": connected"))
                for await _ in source.listening {}
                #expect(source.hasEnded.withLock { $0 })
                break
            }
            group.cancelAll()
        }
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
