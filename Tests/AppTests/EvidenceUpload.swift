import TestMaterial
import Testing

extension Caller {
    /// Files bytes in a case, announcing a length; what came back.
    func file(_ bytes: [UInt8], in id: String, announcing length: Int? = nil) async throws -> WebAnswer {
        try await file(bytes, at: "/cases/\(id)/evidence", with: ("note", "example"), announcing: length)
    }

    /// Sends bytes as a file with one more field; what came back.
    func file(
        _ bytes: [UInt8], at path: String, with field: (name: String, value: String), announcing length: Int? = nil
    ) async throws -> WebAnswer {
        let head =
            "--B\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n\(token)\r\n"
            + "--B\r\nContent-Disposition: form-data; name=\"\(field.name)\"\r\n\r\n\(field.value)\r\n"
            + "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n"
        let body = Array(head.utf8) + bytes + Array("\r\n--B--\r\n".utf8)
        let message = """
            POST \(path) HTTP/1.1\r
            Host: 127.0.0.1:\(port)\r
            Cookie: \(cookie)\r
            Origin: http://127.0.0.1:\(port)\r
            Accept: application/json\r
            Content-Type: multipart/form-data; boundary=B\r
            Content-Length: \(length ?? body.count)\r
            Connection: close\r
            \r

            """
        let port = port
        let text = try await OffPool.run {
            let line = try LoopbackLine(port: port)
            line.send(Array(message.utf8) + body)
            return line.receive { $0.contains("\r\n\r\n") && $0.hasSuffix("}") }
        }
        return try #require(WebAnswer(text), "\(text)")
    }
}
