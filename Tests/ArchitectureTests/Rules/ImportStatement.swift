/// One `import` of a Swift file.
struct ImportStatement {
    let module: String
    let line: Int
    /// `@testable`, `@_exported` and the like, without the `@`.
    let attributes: [String]

    /// All imports of a file, in order. `import struct Kernel.Money` counts as an import of `Kernel`.
    static func all(in file: SourceFile) -> [ImportStatement] {
        let kinds: Set = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
        let code = file.code
        return code.indices.compactMap { index in
            guard code[index].kind == .word, code[index].text == "import", index + 1 < code.count else { return nil }
            if index > 0 && code[index - 1].text == "." { return nil }
            var next = index + 1
            if kinds.contains(code[next].text) { next += 1 }
            guard next < code.count, code[next].kind == .word else { return nil }
            var attributes: [String] = []
            var before = index - 1
            while before >= 0, code[before].line == code[index].line {
                if code[before].text == "@" { attributes.append(code[before + 1].text) }
                before -= 1
            }
            return ImportStatement(module: code[next].text, line: code[index].line, attributes: attributes)
        }
    }
}
