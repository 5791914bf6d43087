import Testing

/// (e) Steps out of the compiler's protection, and `default:` in domain code, need their reason beside them.
struct ReasonCommentRule {
    private static let unsafe: [TokenPattern] = [
        TokenPattern("@ unchecked Sendable", "needs a comment above it that proves it safe"),
        TokenPattern("nonisolated ( unsafe )", "needs a comment above it that proves it safe"),
        TokenPattern("unsafeBitCast", "needs a comment above it that proves it safe"),
    ]
    private static let fallback = TokenPattern("default :", "needs a comment that says why the cases are not listed")

    static func violations(in tree: SourceTree) -> [Violation] {
        tree.swiftSources.flatMap { file -> [Violation] in
            let isDomain = file.isUnder(folder: "Domain") || file.isUnder(folder: "Rules")
            return (unsafe + (isDomain ? [fallback] : [])).flatMap { pattern in
                pattern.places(in: file).map { file.code[$0].line }
                    .filter { !file.hasComment(atOrAbove: $0) }
                    .map { Violation(file, $0, "`\(pattern.parts.joined(separator: " "))` \(pattern.sentence)") }
            }
        }
    }

    @Test func `every step out of protection has its reason`() {
        expectNone(Self.violations(in: .repository))
    }

    @Test(arguments: [
        ("final class A: @unchecked Sendable {}", 1),
        ("// Guarded by the lock.\nfinal class A: @unchecked Sendable {}", 0),
        ("/// Guarded by the lock.\n@available(macOS 15, *)\nfinal class A: @unchecked Sendable {}", 0),
        ("// Far away.\n\nnonisolated(unsafe) var a = 1", 1),
        ("switch a {\ncase .b: 1\ndefault: 2\n}", 1),
        ("switch a {\ncase .b: 1\ndefault: 2  // every other byte is data\n}", 0),
        ("switch a {\ncase .b: 1\n// every other byte is data\ndefault: 2\n}", 0),
    ])
    func `a missing reason is found`(text: String, count: Int) {
        #expect(Self.violations(in: SourceTree(["Sources/Facts/Domain/A.swift": text])).count == count)
    }

    @Test func `default needs no reason outside domain code`() {
        let tree = SourceTree(["Sources/Web/A.swift": "switch a {\ndefault: 2\n}"])
        #expect(Self.violations(in: tree).isEmpty)
    }
}
