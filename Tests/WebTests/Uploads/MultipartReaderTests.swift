import Testing

@testable import Web

struct MultipartReaderTests {
    private static let type = "multipart/form-data; boundary=XX"

    /// What a body is read as when it comes in pieces of a size; neighbouring bytes of the file are joined.
    private func read(_ body: String, pieces: Int) throws -> (events: [MultipartReader.Event], isComplete: Bool) {
        var reader = try #require(MultipartReader(contentType: Self.type))
        var events: [MultipartReader.Event] = []
        let bytes = Array(body.utf8)
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            for event in try reader.read(Array(bytes[start..<min(start + pieces, bytes.count)])) {
                if case .fileBytes(let more) = event, case .fileBytes(let before) = events.last {
                    events[events.count - 1] = .fileBytes(before + more)
                } else {
                    events.append(event)
                }
            }
        }
        return (events, reader.isComplete)
    }

    @Test(arguments: [1, 2, 3, 5, 11, 64, 4_096])
    func `fields and a file come out as they were sent, however the body is cut`(pieces: Int) throws {
        let content = "\r\n--X\r\n-- almost\r\n--XY"
        let body = """
            --XX\r
            Content-Disposition: form-data; name="csrf"\r
            \r
            token\r
            --XX\r
            Content-Disposition: form-data; name="note"\r
            \r
            照片\r
            --XX\r
            content-disposition: form-data; name="file"; filename="a b.png"\r
            Content-Type: image/png\r
            \r
            \(content)\r
            --XX--\r

            """
        let (events, isComplete) = try read(body, pieces: pieces)
        #expect(
            events == [
                .field(name: "csrf", value: "token"), .field(name: "note", value: "照片"),
                .fileStart(name: "file", filename: "a b.png"), .fileBytes(Array(content.utf8)), .fileEnd,
            ])
        #expect(isComplete)
    }

    @Test func `an empty field and an empty file are read as empty`() throws {
        let body =
            "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n--XX\r\n"
            + "Content-Disposition: form-data; name=\"f\"; filename=\"\"\r\n\r\n\r\n--XX--"
        let (events, isComplete) = try read(body, pieces: 7)
        #expect(events == [.field(name: "a", value: ""), .fileStart(name: "f", filename: ""), .fileEnd])
        #expect(isComplete)
    }

    @Test(arguments: [
        "hello", "--XX\r\nNo-Disposition: x\r\n\r\nv\r\n--XX--", "--XXjunk",
        "--XX\r\n" + String(repeating: "h", count: 5_000) + "\r\n\r\n",
        "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n" + String(repeating: "v", count: 70_000),
    ])
    func `what is no such body is refused, bounds included`(body: String) {
        #expect(throws: Problem.self) {
            _ = try read(body + String(repeating: "\r\n", count: 20), pieces: 4_096)
        }
    }

    @Test(arguments: ["multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\""])
    func `a content type without a boundary is none`(type: String) {
        #expect(MultipartReader(contentType: type) == nil)
    }

    @Test func `a broken off body is not complete`() throws {
        #expect(try !read("--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nv", pieces: 9).isComplete)
    }
}
