import Foundation

/// An HTTP answer.
struct WebAnswer: Sendable {
    let status: Int
    /// Names in small letters; of several with one name the last.
    let headers: [String: String]
    let body: String

    /// Reads everything that came over a connection; nil when that is no whole answer.
    init?(_ text: String) {
        guard let end = text.range(of: "\r\n\r\n") else { return nil }
        let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
        guard let status = lines[0].split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else { return nil }
        self.status = status
        headers = Dictionary(
            lines.dropFirst().compactMap { line in
                line.firstIndex(of: ":").map { colon in
                    (
                        line[..<colon].lowercased(),
                        line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
                    )
                }
            }, uniquingKeysWith: { $1 })
        body = String(text[end.upperBound...])
    }

    /// The JSON object of the body; empty when it is none.
    var json: [String: Any] {
        ((try? JSONSerialization.jsonObject(with: Data(body.utf8))) as? [String: Any]) ?? [:]
    }

    /// A text of the JSON object.
    func text(_ key: String) -> String? { json[key] as? String }

    /// The texts that the objects of a list have under a key.
    func texts(_ list: String, _ key: String) -> [String] {
        ((json[list] as? [[String: Any]]) ?? []).compactMap { $0[key] as? String }
    }
}
