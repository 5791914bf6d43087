import Testing

/// One place that breaks one rule.
struct Violation: Equatable, CustomStringConvertible {
    let path: String
    let line: Int
    /// What is wrong and what to do instead, as one sentence.
    let sentence: String

    init(_ file: SourceFile, _ line: Int, _ sentence: String) {
        self.init(path: file.path, line: line, sentence)
    }

    init(path: String, line: Int, _ sentence: String) {
        self.path = path
        self.line = line
        self.sentence = sentence
    }

    var description: String { "\(path):\(line): \(sentence)" }
}

/// Fails the test with one line for each violation, in the order of the files.
func expectNone(_ violations: [Violation], sourceLocation: SourceLocation = #_sourceLocation) {
    guard !violations.isEmpty else { return }
    let table = violations.map(\.description).joined(separator: "\n")
    Issue.record("\(violations.count) violations\n\(table)", sourceLocation: sourceLocation)
}
