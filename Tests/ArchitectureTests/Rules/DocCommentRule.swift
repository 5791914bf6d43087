import Testing

/// (l) Every public declaration of a ground room has a doc comment: units, limits, clause.
///
/// A member that fulfils a requirement inherits its words: of a well-known protocol of the standard library, or of a
/// protocol of the ground, where the requirement itself is documented.
struct DocCommentRule {
    private static let inherited: Set = [
        "==", "<", "=", "hash", "encode", "description", "debugDescription", "id", "rawValue", "allCases",
        "errorDescription", "makeIterator", "init(from", "init(rawValue",
    ]

    static func violations(in tree: SourceTree) -> [Violation] {
        let files = tree.swiftSources.filter { RoomMap.ground.contains($0.room ?? "") }
        let known = files.reduce(into: inherited) { $0.formUnion(requirements(in: $1)) }
        return files.flatMap { file in
            file.code.indices.compactMap { index in
                guard let name = publicName(at: index, in: file.code), !known.contains(name),
                    !isDocumented(file.code[index].line, in: file)
                else { return nil }
                let shown = name.contains("(") ? "\(name):)" : name
                return Violation(file, file.code[index].line, "the public \(shown) has no doc comment")
            }
        }
    }

    /// The names that the protocols of a file require and explain.
    private static func requirements(in file: SourceFile) -> Set<String> {
        let code = file.code
        let protocols = code.indices.filter { code[$0].text == "protocol" && code[$0].kind == .word }.map {
            code[$0].line
        }
        let bodies = Declaration.all(in: file).filter { $0.kind == .type && protocols.contains($0.line) }
        let inside = code.indices.filter { index in
            bodies.contains { $0.line < code[index].line && code[index].line <= $0.lastLine }
        }
        return Set(inside.compactMap { isDocumented(code[$0].line, in: file) ? declaredName(at: $0, in: code) : nil })
    }

    /// The name of the declaration whose `public` stands at `index`.
    private static func publicName(at index: Int, in code: [Token]) -> String? {
        guard code[index].kind == .word, ["public", "open"].contains(code[index].text), index + 2 < code.count,
            code[index + 1].kind == .word, code[index + 1].text != "import", code[index + 1].text != "extension"
        else { return nil }
        let line = code[index].line
        return code.indices[(index + 1)...].prefix { code[$0].line == line }.lazy
            .compactMap { declaredName(at: $0, in: code) }.first
    }

    /// `text` for `var text`, `init(checked` for an initialiser with that first label; nil when nothing is declared.
    private static func declaredName(at index: Int, in code: [Token]) -> String? {
        let kinds: Set = ["func", "var", "let", "struct", "enum", "class", "actor", "protocol", "typealias"]
        let word = code[index]
        guard word.kind == .word, index + 2 < code.count else { return nil }
        if word.text == "init" || word.text == "subscript" {
            let isFailable = code[index + 1].text == "?" && index + 3 < code.count
            return "\(word.text)(\(code[index + (isFailable ? 3 : 2)].text)"
        }
        let isMember = ["class", "static"].contains(word.text) && kinds.contains(code[index + 1].text)
        return kinds.contains(word.text) && !isMember ? code[index + 1].text : nil
    }

    private static func isDocumented(_ line: Int, in file: SourceFile) -> Bool {
        var above = line - 1
        while above >= 1, file.lines[above - 1].drop(while: { $0 == " " }).hasPrefix("@") { above -= 1 }
        return file.tokens.contains { token in
            token.kind == .comment && token.lastLine == above
                && (token.text.hasPrefix("///") || token.text.hasPrefix("/**"))
        }
    }

    @Test func `every public thing of the ground is explained`() {
        expectNone(Self.violations(in: .repository))
    }

    @Test func `a member that fulfils a documented requirement needs no words of its own`() {
        let explained = "public protocol P {\n/// The b.\nvar b: Int { get }\n/// Checks.\ninit(checked c: Int)\n}"
        let text =
            "/// An A.\npublic struct A: P {\npublic let b = 1\npublic init(checked c: Int) {}\n"
            + "public init(other c: Int) {}\npublic let d = 1\n}"
        let tree = SourceTree(["Sources/Kernel/P.swift": "/// A P.\n" + explained, "Sources/HJ212/A.swift": text])
        #expect(Self.violations(in: tree).map(\.line) == [5, 6])
    }

    @Test(arguments: [
        ("public struct A {}", 1), ("/// An A.\npublic struct A {}", 0), ("// An A.\npublic struct A {}", 1),
        ("/// An A.\n@frozen\npublic struct A {}", 0), ("/// An A.\n@inlinable public func a() {}", 0),
        ("/// An A.\n\npublic struct A {}", 1), ("public import Kernel", 0), ("public extension A {}", 0),
        ("public init(a: Int) {}", 1), ("public init(from decoder: any Decoder) throws {}", 0),
        ("public static func == (a: A, b: A) -> Bool { true }", 0), ("public var description: String { a }", 0),
        ("public static let a = 1", 1), ("/// B.\npublic private(set) var a = 1", 0), ("struct A {}", 0),
    ])
    func `a silent declaration is found`(text: String, count: Int) {
        #expect(Self.violations(in: SourceTree(["Sources/Kernel/A.swift": text])).count == count)
    }
}
