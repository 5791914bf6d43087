import FoundationEssentials
import Standards

/// Which reference oxygen belongs to a limit: by the table it was adopted from, or by the standard its source names
/// (`share/rules/reference-oxygen.json` and `reference-oxygen-limits.json`).
public struct ReferenceFurnaces: Sendable {
    private let rows: [(limit: String, reference: ReferenceOxygen)]

    private struct File: Decodable {
        let rows: [Row]

        struct Row: Decodable {
            let limit: String
            let furnace: String
        }
    }

    /// The rows of both files. Throws what the decoder found, or which furnace is in no row.
    public init(furnaces: [UInt8], limits: [UInt8]) throws {
        let known = Dictionary(
            try ReferenceOxygen.all(json: furnaces).map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let named = try JSONDecoder().decode(File.self, from: Data(limits)).rows
        rows = try named.map { row in
            guard let reference = known[row.furnace] else { throw UnknownFurnace(code: row.furnace) }
            return (row.limit, reference)
        }
    }

    /// A furnace that the other file does not have.
    struct UnknownFurnace: Error {
        let code: String
    }

    /// The reference oxygen for a limit; nil when neither its table nor its source tells the kind of furnace. The
    /// longest name that fits decides.
    func reference(table: String?, source: String) -> ReferenceOxygen? {
        for text in [table, source].compactMap(\.self) {
            let fitting = rows.filter { text.contains($0.limit) }.max { $0.limit.count < $1.limit.count }
            if let fitting { return fitting.reference }
        }
        return nil
    }
}
