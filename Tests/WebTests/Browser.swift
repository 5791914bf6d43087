@testable import Web

/// What a browser sends by itself.
struct Browser {
    let site: WebSite
    let cookie: String?
    let csrf: String

    func get(_ address: String, _ headers: [String: String] = [:]) async throws -> PlainAnswer {
        try await site.answer("GET", address, headers: own.merging(headers) { $1 })
    }

    /// Sends a form with the session's token and the site's origin, unless told otherwise.
    func post(
        _ address: String, _ fields: [String: String] = [:], _ headers: [String: String] = [:]
    ) async throws -> PlainAnswer {
        var fields = fields
        if !csrf.isEmpty, fields["csrf"] == nil { fields["csrf"] = csrf }
        let body = fields.map { "\(PercentCoding.encode($0.key))=\(PercentCoding.encode($0.value))" }
        let sent = own.merging(
            ["Origin": "http://site.example", "Content-Type": "application/x-www-form-urlencoded"]
        ) { $1 }.merging(headers) { $1 }.filter { !$0.value.isEmpty }
        return try await site.answer(
            "POST", address, headers: sent, body: Array(body.joined(separator: "&").utf8))
    }

    private var own: [String: String] {
        ["Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Cookie": cookie ?? ""].filter { !$0.value.isEmpty }
    }
}
