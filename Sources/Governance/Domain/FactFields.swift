import FoundationEssentials
import Facts
import Kernel

/// What a fact says, field by field, whatever its kind: texts, numbers and lists as text, maps under dotted names.
struct FactFields: Sendable, Equatable {
    /// A field as it stands in the payload.
    struct Field: Sendable, Equatable {
        let name: String
        let value: String
    }

    /// By name.
    let all: [Field]

    /// - Parameter payload: The canonical JSON of a fact.
    init(payload: [UInt8]) throws {
        all = try JSONDecoder().decode(Value.self, from: Data(payload)).fields(below: "")
    }

    /// The text of a field; nil when the fact has none of this name.
    subscript(_ name: String) -> String? { all.first { $0.name == name }?.value }

    /// A value of canonical JSON, which holds texts, whole numbers, booleans, lists and maps.
    private enum Value: Decodable {
        case text(String)
        case list([Value])
        case map([String: Value])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .text(text)
            } else if let flag = try? container.decode(Bool.self) {
                self = .text(String(flag))
            } else if let number = try? container.decode(Int64.self) {
                self = .text(String(number))
            } else if let list = try? container.decode([Value].self) {
                self = .list(list)
            } else {
                self = .map(try container.decode([String: Value].self))
            }
        }

        private var text: String {
            switch self {
            case .text(let text): text
            case .list(let values): values.map(\.text).joined(separator: "、")
            case .map(let values):
                values.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.text)" }
                    .joined(separator: "、")
            }
        }

        func fields(below name: String) -> [Field] {
            guard case .map(let values) = self else { return [Field(name: name, value: text)] }
            return values.sorted { $0.key < $1.key }.flatMap { key, value in
                value.fields(below: name.isEmpty ? key : "\(name).\(key)")
            }
        }
    }
}
