/// A JSON value that tells `true` from `1`, which Foundation's objects do not everywhere.
enum JSONValue: Decodable, Equatable {
    case null
    case flag(Bool)
    case integer(Int64)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        self =
            if value.decodeNil() {
                .null
            } else if let flag = try? value.decode(Bool.self) {
                .flag(flag)
            } else if let integer = try? value.decode(Int64.self) {
                .integer(integer)
            } else if let number = try? value.decode(Double.self) {
                .number(number)
            } else if let text = try? value.decode(String.self) {
                .text(text)
            } else if let list = try? value.decode([JSONValue].self) {
                .list(list)
            } else {
                .object(try value.decode([String: JSONValue].self))
            }
    }

    /// Every text in it with the key that it stands under.
    var texts: [(key: String, text: String)] { texts(under: "") }

    private func texts(under key: String) -> [(key: String, text: String)] {
        switch self {
        case .text(let text): [(key, text)]
        case .list(let values): values.flatMap { $0.texts(under: key) }
        case .object(let members): members.flatMap { $0.value.texts(under: $0.key) }
        case .null, .flag, .integer, .number: []
        }
    }
}
