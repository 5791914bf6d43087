import ArgumentParser
import Foundation

/// The file of `--config`: JSON in which every key is a setting. A misspelt key, or a value of the wrong kind, would
/// otherwise be passed over in silence.
enum SettingsFile {
    private enum Kind: String {
        case text
        case number = "a whole number"
    }

    private static let kinds: [String: Kind] = [
        "database": .text, "web.host": .text, "web.port": .number, "web.origin": .text, "hj212.host": .text,
        "hj212.port": .number, "gateway.allow": .text, "gateway.connectionsMax": .number,
        "gateway.connectionsPerAddressMax": .number, "gateway.connectionsPerAddressPerMinuteMax": .number,
        "key.file": .text, "log.format": .text, "log.level": .text,
    ]

    /// Refuses a file that cannot be read (a fault), and one that says what is no setting (wrong use).
    static func check(_ file: String) throws {
        guard let content = FileManager.default.contents(atPath: file),
            let root = try? JSONDecoder().decode(Node.self, from: content), case .object(let members) = root
        else { throw unreadable(file) }
        try check(members, below: [], in: file)
    }

    static func unreadable(_ file: String) -> CommandFault {
        CommandFault("--config \(file) cannot be read as a JSON object; check the path and its contents")
    }

    private static func check(_ members: [String: Node], below path: [String], in file: String) throws {
        for (name, node) in members.sorted(by: { $0.key < $1.key }) {
            let place = path + [name]
            if case .object(let inner) = node {
                try check(inner, below: place, in: file)
            } else {
                try check(node, of: place, in: file)
            }
        }
    }

    private static func check(_ node: Node, of place: [String], in file: String) throws {
        let key = place.joined(separator: ".")
        guard let kind = kinds[key], !place.contains(where: { $0.contains(".") }) else {
            let known = kinds.keys.sorted().joined(separator: ", ")
            throw ValidationError("--config \(file): “\(key)” is no setting; the settings are \(known), nested by dots")
        }
        switch (kind, node) {
        case (.text, .text), (.number, .number): return
        case (.text, _), (.number, _):
            throw ValidationError("--config \(file): \(key) must be \(kind.rawValue); correct its value")
        }
    }

    /// As much of JSON as a settings file can hold.
    private enum Node: Decodable {
        case object([String: Node])
        case text
        case number
        case other

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let members = try? container.decode([String: Node].self) {
                self = .object(members)
            } else if (try? container.decode(String.self)) != nil {
                self = .text
            } else if (try? container.decode(Int.self)) != nil {
                self = .number
            } else {
                self = .other
            }
        }
    }
}
