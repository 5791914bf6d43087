import Foundation
import TestMaterial
import Testing

/// A program that talks to the site as somebody, keeping its cookie and its form token by hand.
struct Caller: Sendable {
    let port: Int
    private(set) var cookie = ""
    private(set) var token = ""
    private var bearer = ""

    /// Nobody in particular.
    init(_ port: Int) {
        self.port = port
    }

    /// A program with a token.
    init(_ port: Int, bearer: String) {
        self.port = port
        self.bearer = bearer
    }

    /// Somebody of the demonstration.
    init(_ port: Int, as person: String) async throws {
        self.port = port
        try await enter("/demo/become", ["person": person])
    }

    /// Sends a form that opens a session, and keeps what it hands out.
    @discardableResult
    mutating func enter(_ path: String, _ form: [String: String]) async throws -> WebAnswer {
        let answer = try await post(path, form)
        guard answer.status == 200, let token = answer.text("csrf") else { return answer }
        cookie = try #require(answer.headers["set-cookie"]?.split(separator: ";").first.map(String.init))
        self.token = token
        return answer
    }

    func get(_ path: String, accept: String = "application/json") async throws -> WebAnswer {
        try await ask("GET \(path)", ["Accept: \(accept)"])
    }

    /// Takes over somebody's cookie, but not the token of their forms: what a forged form has.
    mutating func borrow(_ other: Caller) {
        cookie = other.cookie
    }

    func post(_ path: String, _ form: [String: String], origin: String? = nil) async throws -> WebAnswer {
        var form = form
        if !token.isEmpty { form["csrf"] = token }
        let body = form.map { "\(Self.encode($0.key))=\(Self.encode($0.value))" }.joined(separator: "&")
        return try await ask(
            "POST \(path)",
            [
                "Accept: application/json", "Origin: \(origin ?? "http://127.0.0.1:\(port)")",
                "Content-Type: application/x-www-form-urlencoded", "Content-Length: \(body.utf8.count)",
            ], body: body)
    }

    /// An open connection that listens to a live stream; returns once it is connected.
    func listen(to path: String) async throws -> LoopbackLine {
        let head = head("GET \(path)", ["Accept: text/event-stream"])
        return try await OffPool.run { [port] in
            let line = try LoopbackLine(port: port)
            line.send(head.utf8)
            let greeting = line.receive { $0.contains(": connected") || $0.contains("\r\n\r\n{") }
            guard greeting.contains(": connected") else { throw LoopbackLine.Refused() }
            return line
        }
    }

    private func ask(_ request: String, _ headers: [String], body: String = "") async throws -> WebAnswer {
        let message = head(request, headers + ["Connection: close"]) + body
        let text = try await OffPool.run { [port] in
            let line = try LoopbackLine(port: port)
            line.send(message.utf8)
            return line.receive { _ in false }
        }
        return try #require(WebAnswer(text), "\(request) was answered by \(text.count) characters that are no answer")
    }

    private func head(_ request: String, _ headers: [String]) -> String {
        let cookies =
            (cookie.isEmpty ? [] : ["Cookie: \(cookie)"])
            + (bearer.isEmpty ? [] : ["Authorization: Bearer \(bearer)"])
        return (["\(request) HTTP/1.1", "Host: 127.0.0.1:\(port)"] + cookies + headers).joined(separator: "\r\n")
            + "\r\n\r\n"
    }

    private static func encode(_ text: String) -> String {
        text.utf8.map { byte in
            let isBare = Character(Unicode.Scalar(byte)).isASCII && Character(Unicode.Scalar(byte)).isLetter
            return isBare ? String(Unicode.Scalar(byte)) : "%" + String(format: "%02X", byte)
        }.joined()
    }
}
