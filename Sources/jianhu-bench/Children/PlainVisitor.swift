import Foundation

/// Somebody who asks for pages over one connection that stays open, one after the other.
final class PlainVisitor {
    /// What came back.
    struct Answer {
        let status: Int
        let head: String
        let body: [UInt8]
    }

    private let line: PlainLine
    private let port: Int
    private var unread: [UInt8] = []
    /// What is sent along to be known.
    var cookie: String?

    init(port: Int, timeoutS: Int, cookie: String? = nil) throws {
        line = try PlainLine(port: port, timeoutS: timeoutS)
        self.port = port
        self.cookie = cookie
    }

    /// Asks for an address; the answer must tell its length.
    func get(_ path: String, accept: String = "text/html") throws -> Answer {
        try ask("GET \(path)", ["Accept: \(accept)"])
    }

    /// Signs in; gives the cookie, which later requests carry.
    func signIn(login: String, password: String) throws -> String {
        let answer = try ask(
            "POST /sign-in",
            [
                "Accept: application/json", "Origin: http://127.0.0.1:\(port)",
                "Content-Type: application/x-www-form-urlencoded",
            ], body: "login=\(login)&password=\(password)")
        guard let found = answer.head.firstMatch(of: /(?i)set-cookie: ([^;\r\n]+)/) else {
            throw BenchFault("signing in failed with status \(answer.status); the benchmark and the site disagree")
        }
        cookie = String(found.1)
        return String(found.1)
    }

    private func ask(_ request: String, _ headers: [String], body: String = "") throws -> Answer {
        var lines = ["\(request) HTTP/1.1", "Host: 127.0.0.1:\(port)"] + headers
        if let cookie { lines.append("Cookie: \(cookie)") }
        if !body.isEmpty { lines.append("Content-Length: \(body.utf8.count)") }
        try line.send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8))
        return try answer()
    }

    private func answer() throws -> Answer {
        let end = Array("\r\n\r\n".utf8)
        while true {
            if let place = unread.firstRange(of: end) {
                let head = String(decoding: unread[..<place.lowerBound], as: UTF8.self)
                guard let status = head.firstMatch(of: /^HTTP\/1\.1 (\d{3})/).flatMap({ Int($0.1) }),
                    let length = head.firstMatch(of: /(?i)content-length: (\d+)/).flatMap({ Int($0.1) })
                else { throw BenchFault("an answer without status or length: \(head.prefix(200))") }
                while unread.count < place.upperBound + length { try receive() }
                let body = Array(unread[place.upperBound..<place.upperBound + length])
                unread = Array(unread[(place.upperBound + length)...])
                return Answer(status: status, head: head, body: body)
            }
            try receive()
        }
    }

    private func receive() throws {
        guard let more = line.receiveBytes() else {
            throw BenchFault("the site closed a connection or did not answer in time; look at the lines above")
        }
        unread += more
    }
}
