import Testing

/// (d) A file has at most 400 lines, a function 60, a line 120 characters. Lines of templates may be longer, because
/// a break inside a line of HTML would show.
struct SizeRule {
    static let fileLines = 400
    static let functionLines = 60
    static let lineCharacters = 120

    static func violations(in tree: SourceTree) -> [Violation] {
        let kinds = [".swift", ".mustache", ".sh", ".py"]
        let files = tree.files.filter { file in
            file.path == "jianhu" || kinds.contains { file.path.hasSuffix($0) }
        }
        return files.flatMap { sizes(of: $0) + functions(of: $0) }
    }

    private static func sizes(of file: SourceFile) -> [Violation] {
        let count = file.lines.count - (file.lines.last == "" ? 1 : 0)
        let tooLong =
            count > fileLines ? [Violation(file, count, "the file has \(count) lines, limit \(fileLines)")] : []
        if file.path.hasSuffix(".mustache") { return tooLong }
        return tooLong
            + file.lines.enumerated()
            .filter { $0.element.utf8.count > lineCharacters && $0.element.count > lineCharacters }
            .map {
                Violation(file, $0.offset + 1, "the line has \($0.element.count) characters, limit \(lineCharacters)")
            }
    }

    private static func functions(of file: SourceFile) -> [Violation] {
        Declaration.all(in: file)
            .filter { $0.kind == .function && $0.lineCount > functionLines }
            .map { Violation(file, $0.line, "\($0.name) has \($0.lineCount) lines, limit \(functionLines)") }
    }

    @Test func `nothing is too long to be read`() {
        expectNone(Self.violations(in: .repository))
    }

    @Test(arguments: [
        (String(repeating: "\n", count: 400), 0),
        (String(repeating: "\n", count: 401), 1),
        ("// " + String(repeating: "湖", count: 117), 0),
        ("// " + String(repeating: "湖", count: 118), 1),
        ("func a() {" + String(repeating: "\n", count: 59) + "}", 0),
        ("struct B { func a() {" + String(repeating: "\n", count: 60) + "} }", 1),
    ])
    func `the limit itself is allowed, one more is not`(text: String, count: Int) {
        #expect(Self.violations(in: SourceTree(["Sources/Kernel/A.swift": text])).count == count)
    }
}
