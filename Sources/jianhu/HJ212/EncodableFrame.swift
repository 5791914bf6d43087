import FoundationEssentials
import HJ212

/// A JSON line to be written as a frame.
struct EncodableFrame {
    /// What is wrong with a line: field and remedy in words.
    struct Flaw: Error, CustomStringConvertible {
        let description: String
    }

    let header: Header
    let items: [Item]

    init(_ line: ArraySlice<UInt8>) throws(Flaw) {
        let shape: Shape
        do {
            shape = try JSONDecoder().decode(Shape.self, from: Data(line))
        } catch {
            throw Flaw(description: Self.words(for: error))
        }
        guard shape.verdict != "quarantined" else {
            throw Flaw(description: "verdict says quarantined; leave such lines out")
        }
        let names = Header.canonicalNames + shape.header.keys.filter { !Header.canonicalNames.contains($0) }.sorted()
        header = Header(fields: names.compactMap { name in shape.header[name].map { Field(name, $0.text) } })
        items = (shape.items ?? []).map { Item(key: $0.key, value: $0.value.text) }
    }

    func encoded() throws(EncodingRefusal) -> [UInt8] {
        try FrameEncoder.encode(header: header, items: ItemGrouping.byFactor(items))
    }

    // MARK: - Shape of a line

    private struct Shape: Decodable {
        let verdict: String?
        let header: [String: LineText]
        let items: [Pair]?
    }

    private struct Pair: Decodable {
        let key: String
        let value: LineText
    }

    /// Text, or a whole number written without quotes. Decimals must be text, or their digits would change.
    private struct LineText: Decodable {
        let text: String

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Int.self) {
                text = String(number)
            } else {
                text = try container.decode(String.self)
            }
        }
    }

    // MARK: - Words

    private static func words(for error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, let context):
            "\(place(context.codingPath + [key])) is missing; add it"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            "\(place(context.codingPath)) is of the wrong kind; header is an object, items a list of key and value, "
                + "and values are texts in quotes"
        default:
            "this is not a JSON object; write one object per line"
        }
    }

    private static func place(_ path: [any CodingKey]) -> String {
        path.isEmpty
            ? "the line"
            : path.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined().trimmingPrefix(".")
    }
}

extension String {
    fileprivate func trimmingPrefix(_ prefix: String) -> String {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
    }
}
