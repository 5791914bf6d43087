import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Persistence
import Testing

@testable import Web

struct SenderLeftTests {
    private struct Broken: Error {}

    @Test(arguments: [0, 3])
    func `a sender who leaves in the middle of a form is no fault of ours`(pieces: Int) async throws {
        let stage = try await SiteStage(.real)
        let body = AsyncThrowingStream<ByteBuffer, any Error> { stream in
            for _ in 0..<pieces { stream.yield(ByteBuffer(string: "login=p1&")) }
            stream.finish(throwing: Broken())
        }
        var fields = HTTPFields()
        fields[.contentType] = "application/x-www-form-urlencoded"
        fields[.origin] = "http://site.example"
        let head = HTTPRequest(
            method: .post, scheme: "http", authority: "site.example", path: "/sign-in", headerFields: fields)
        let response = await stage.site.respond(to: Request(head: head, body: RequestBody(asyncSequence: body)))
        #expect(response.status.code == 400, "a fault would be 500 and stand in the log as an error")
    }
}
