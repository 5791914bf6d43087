/// One file of the repository: its place, its lines and, for Swift, its tokens.
struct SourceFile {
    /// Path from the repository's root, with `/` between parts.
    let path: String
    let text: String
    let lines: [Substring]
    /// All tokens; empty for a file that is not Swift.
    let tokens: [Token]
    /// Tokens without comments: what the compiler acts on.
    let code: [Token]

    init(path: String, text: String) {
        self.path = path
        self.text = text
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        tokens = path.hasSuffix(".swift") ? Lexer.tokens(of: text) : []
        code = tokens.filter { $0.kind != .comment }
    }

    /// `["Sources", "Kernel", "Time", "HourStamp.swift"]`
    var parts: [Substring] { path.split(separator: "/") }

    /// The last part of the path.
    var name: String { parts.last.map(String.init) ?? path }

    /// The name without anything after its first dot: `HourStamp`, `Frame+Answer`, `DeskPage`.
    var stem: String { name.split(separator: ".").first.map(String.init) ?? name }

    var isSwift: Bool { path.hasSuffix(".swift") }

    /// The room (target folder) of a file under `Sources`, nil elsewhere.
    var room: String? { parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil }

    /// Whether one of the folders between the room and the file has this name.
    func isUnder(folder: String) -> Bool { parts.dropLast().dropFirst(2).contains { $0 == folder } }

    /// Whether a comment stands on the line, or directly above it with only attributes between.
    func hasComment(atOrAbove line: Int) -> Bool {
        if tokens.contains(where: { $0.kind == .comment && $0.line == line }) { return true }
        var above = line - 1
        while above >= 1, lines[above - 1].drop(while: { $0 == " " }).hasPrefix("@") { above -= 1 }
        return tokens.contains { $0.kind == .comment && $0.lastLine == above }
    }
}
