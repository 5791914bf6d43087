/// One target as `Package.swift` declares it, by its own helpers or by SwiftPM's.
struct PackageTarget {
    let name: String
    let line: Int
    /// All names that stand as literals in the declaration behind the target's own.
    let dependencies: Set<String>

    /// Calls of the manifest that make a target, and what they append to its name.
    private static let makers = [
        "target": "", "executableTarget": "", "systemLibrary": "", "testTarget": "", "room": "", "program": "",
        "tests": "Tests",
    ]

    static func all(in manifest: SourceFile) -> [PackageTarget] {
        let code = manifest.code
        return code.indices.compactMap { index in
            guard let suffix = makers[code[index].text], code[index].kind == .word, index + 2 < code.count,
                code[index + 1].text == "("
            else { return nil }
            let literals = arguments(from: index + 1, in: code).filter { $0.kind == .literal }
            guard let name = literals.first, !name.text.contains(Token.interpolation) else { return nil }
            let isNamed = code[index + 2].text == "name" && index + 4 < code.count
            guard code[isNamed ? index + 4 : index + 2] == name else { return nil }
            return PackageTarget(
                name: name.text + suffix, line: name.line, dependencies: Set(literals.dropFirst().map(\.text)))
        }
    }

    /// The tokens between a parenthesis and its partner.
    private static func arguments(from start: Int, in code: [Token]) -> ArraySlice<Token> {
        var depth = 0
        for index in code.indices.dropFirst(start) {
            if code[index].kind == .symbol && code[index].text == "(" { depth += 1 }
            if code[index].kind == .symbol && code[index].text == ")" { depth -= 1 }
            if depth == 0 { return code[start..<index] }
        }
        return code[start...]
    }
}
