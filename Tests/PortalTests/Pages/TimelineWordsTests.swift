import Foundation
import Kernel
import Testing

@testable import Portal

struct TimelineWordsTests {
    /// The kinds of fact that `Facts` publishes, from its source text.
    private static func kinds() throws -> Set<String> {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 1...4 { root.deleteLastPathComponent() }
        let folder = root.appending(path: "Sources/Facts/Payloads")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try files.reduce(into: []) { found, file in
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: /static let kind = "([a-z.-]+)"/) { found.insert(String(match.1)) }
        }
    }

    @Test func `every kind of fact has words, and no word is left over`() throws {
        let kinds = try Self.kinds().filter { !$0.hasPrefix("access.") }
        let told = Set(FeedItem.kinds + ["registry.entry-entered", "registry.entry-changed"])
        #expect(kinds.count > 50)
        #expect(kinds.subtracting(told).subtracting(TimelineWords.words.keys) == [])
        #expect(Set(TimelineWords.words.keys).subtracting(try Self.kinds()) == [])
    }

    @Test func `every kind of fact has a name for whoever audits the journal, and no name is left over`() throws {
        #expect(Set(TimelineWords.namesOfKinds.keys) == (try Self.kinds()))
    }

    @Test func `an enterprise is told of no suspicion, nor of the decision behind one`() {
        for kind in ["monitoring.suspicion-found", "monitoring.suspicion-ended", "decision.taken"] {
            #expect(TimelineWords.hidden(from: .enterpriseManager).contains { kind.hasPrefix($0) })
            #expect(!TimelineWords.hidden(from: .branchOfficer).contains { kind.hasPrefix($0) })
        }
    }
}
