import Testing

/// (j) No mark of unfinished work: an open end is an issue, not a comment.
struct UnfinishedWorkRule {
    /// Put together here so that this file does not break its own rule.
    private static let marks: Set<Substring> = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]

    static func violations(in tree: SourceTree) -> [Violation] {
        tree.files.filter { file in marks.contains { file.text.contains($0) } }.flatMap { file in
            file.lines.enumerated().compactMap { offset, line in
                line.split { !$0.isLetter && !$0.isNumber }.first { marks.contains($0) }
                    .map { Violation(file, offset + 1, "\($0) marks unfinished work; finish it or write an issue") }
            }
        }
    }

    @Test func `nothing is left unfinished`() {
        expectNone(Self.violations(in: .repository))
    }

    @Test func `a mark is found in any kind of file, and only as a word of its own`() {
        let mark = "TO" + "DO"
        let tree = SourceTree([
            "Sources/A/A.swift": "// \(mark): later", "docs/a.md": "* \(mark)", "scripts/a.sh": "# \(mark)",
            "Sources/A/B.swift": "let a = \"TODOS\"",
        ])
        #expect(Self.violations(in: tree).map(\.path) == ["Sources/A/A.swift", "docs/a.md", "scripts/a.sh"])
    }
}
