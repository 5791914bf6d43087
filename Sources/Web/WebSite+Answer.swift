import Hummingbird
import NIOCore

extension WebSite {
    /// Asks the site without a connection and waits for the whole reply; a live stream replies when it has ended.
    ///
    /// - Parameters:
    ///   - method: Any HTTP method, `GET`.
    ///   - address: Path and query.
    ///   - headers: What a browser would send; `Host` is `site.example` unless given.
    public func answer(
        _ method: String, _ address: String, headers: [String: String] = [:], body: [UInt8] = []
    ) async throws -> PlainAnswer {
        var fields = HTTPFields()
        for (name, value) in headers.sorted(by: { $0.key < $1.key }) {
            if let name = HTTPFields.Element.Name(name) { fields.append(HTTPFields.Element(name: name, value: value)) }
        }
        let head = HTTPRequest(
            method: .init(rawValue: method) ?? .get, scheme: "http", authority: headers["Host"] ?? "site.example",
            path: address, headerFields: fields)
        let response = await respond(to: Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body))))
        let collector = BodyCollector()
        try await response.body.write(collector)
        return PlainAnswer(
            status: response.status.code, headers: response.headers.map { ($0.name.canonicalName, $0.value) },
            body: String(decoding: await collector.bytes, as: UTF8.self))
    }
}

/// Takes a reply's body instead of a connection.
private actor BodyStore {
    var bytes: [UInt8] = []

    func append(_ buffer: ByteBuffer) {
        bytes += Array(buffer.readableBytesView)
    }
}

private struct BodyCollector: ResponseBodyWriter {
    private let store = BodyStore()

    var bytes: [UInt8] {
        get async { await store.bytes }
    }

    mutating func write(_ buffer: ByteBuffer) async throws {
        await store.append(buffer)
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
