/// A row of words and symbols to look for in the code of a file, for instance `Date ( )`.
struct TokenPattern {
    let parts: [String]
    /// Rooms in which the row is allowed.
    let allowedRooms: Set<String>
    let sentence: String

    /// - Parameter text: the row, its parts separated by spaces.
    init(_ text: String, allowedIn rooms: Set<String> = [], _ sentence: String) {
        parts = text.split(separator: " ").map(String.init)
        allowedRooms = rooms
        self.sentence = sentence
    }

    /// Indices into `file.code` at which the row begins.
    func places(in file: SourceFile) -> [Int] {
        let code = file.code
        guard code.count >= parts.count else { return [] }
        return (0...(code.count - parts.count)).filter { start in
            parts.indices.allSatisfy { code[start + $0].kind != .literal && code[start + $0].text == parts[$0] }
        }
    }
}
