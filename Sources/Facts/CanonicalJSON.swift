import FoundationEssentials

/// The one byte form of a value: JSON, UTF-8, keys sorted, no white space, slashes bare. Payloads, rule inputs and
/// outcomes are stored and hashed in it, so they hold integers, text and booleans only (decimals travel as text).
public enum CanonicalJSON {
    /// The canonical bytes of a value.
    public static func bytes(of value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value))
    }

    /// The value that canonical bytes stand for.
    public static func value<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        try JSONDecoder().decode(type, from: Data(bytes))
    }
}
