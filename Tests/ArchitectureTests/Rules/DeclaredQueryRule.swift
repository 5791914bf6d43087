import Foundation
import Testing

/// (n) What a room asks of an address's query, `visit.query("day")`, some route of the room declares: else the
/// description of the interfaces would not tell programs of it.
struct DeclaredQueryRule {
    /// What the site itself reads of any address.
    private static let ofSite: Set = ["next"]

    static func violations(in tree: SourceTree) -> [Violation] {
        let files = tree.files.filter { $0.path.hasPrefix("Sources/") && $0.isSwift }
        let declared = Dictionary(grouping: files, by: \.room).mapValues { files in
            Set(files.flatMap { names(#/(?:\.filter\(\s*|name: |place: )"([^"]+)"/#, in: $0).map(\.name) })
        }
        return files.flatMap { file in
            names(#/\.query\("([^"]+)"\)/#, in: file)
                .filter { !ofSite.contains($0.name) && !(declared[file.room]?.contains($0.name) ?? false) }
                .map { Violation(file, $0.line, "no route of the room declares the query's value \($0.name)") }
        }
    }

    private static func names(
        _ pattern: Regex<(Substring, Substring)>, in file: SourceFile
    ) -> [(name: String, line: Int)] {
        let text = file.lines.joined(separator: "\n")
        return text.matches(of: pattern).map { match in
            (String(match.1), text[..<match.range.lowerBound].count { $0 == "\n" } + 1)
        }
    }

    @Test func `what is read of a query is declared`() {
        expectNone(Self.violations(in: .repository))
    }

    @Test(arguments: [
        (#"visit.query("day")"#, #".filter("day", label)"#, 0), (#"visit.query("day")"#, #"place: "day""#, 0),
        (#"visit.query("day")"#, #"FormField(name: "day")"#, 0), (#"visit.query("day")"#, #".filter("to", label)"#, 1),
        (#"visit.query("next")"#, "", 0),
    ])
    func `an undeclared value is found`(asked: String, declared: String, count: Int) {
        let tree = SourceTree(["Sources/Lake/A.swift": asked, "Sources/Lake/B.swift": declared])
        #expect(Self.violations(in: tree).count == count)
    }
}
