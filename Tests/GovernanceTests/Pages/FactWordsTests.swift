import Foundation
import Kernel
import Testing

@testable import Governance

struct FactWordsTests {
    /// The fields of the facts of governance that a page shows, from the text of the published language.
    private static func fields() throws -> Set<String> {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let folder = root.appendingPathComponent("Sources/Facts/Payloads")
        var fields: Set<String> = []
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            let facts = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "public struct ")
            for fact in facts where fact.contains("kind = \"governance.") && !fact.contains("governance.feedback") {
                fields.formUnion(fact.matches(of: /public let (\w+):/).map { String($0.1) })
            }
        }
        return fields
    }

    @Test func `every field of a fact that the board opens has a word in both languages`() throws {
        let fields = try Self.fields()
        #expect(fields.count > 60)
        let wordless = fields.filter { FactWords.name(of: $0).zh == $0 }.sorted()
        #expect(wordless == [])
    }
}
