import Testing

/// (k) The README is short and shows the two commands a newcomer needs.
struct ReadmeRule {
    static let lines = 150

    static func violations(in tree: SourceTree) -> [Violation] {
        guard let readme = tree["README.md"] else { return [] }
        let count = readme.lines.count - (readme.lines.last == "" ? 1 : 0)
        let tooLong = count > lines ? [Violation(readme, count, "the README has \(count) lines, limit \(lines)")] : []
        return tooLong
            + ["./jianhu demo", "./jianhu test"].filter { !readme.text.contains($0) }
            .map { Violation(readme, 1, "the README does not show `\($0)`") }
    }

    @Test func `the README is short and shows both commands`() {
        expectNone(Self.violations(in: .repository))
    }

    @Test(arguments: [
        ("./jianhu demo\n./jianhu test\n", 0), ("./jianhu demo\n", 1), ("", 2),
        ("./jianhu demo ./jianhu test" + String(repeating: "\n", count: 150), 0),
        ("./jianhu demo ./jianhu test" + String(repeating: "\n", count: 151), 1),
    ])
    func `a long or silent README is found`(text: String, count: Int) {
        #expect(Self.violations(in: SourceTree(["README.md": text])).count == count)
    }
}
