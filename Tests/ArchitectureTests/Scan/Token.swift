/// One word of Swift source, with where it stands.
struct Token: Equatable {
    enum Kind: Equatable {
        /// A word: keyword, name, raw identifier (without its backticks) or number.
        case word
        /// One punctuation character.
        case symbol
        /// A string literal; `text` is its content with `Token.interpolation` in place of each interpolation, whose
        /// words follow as tokens.
        case literal
        /// A comment with its slashes.
        case comment
    }

    /// Stands in a literal's text for `\(…)`.
    static let interpolation = "\u{FFFC}"

    let kind: Kind
    let text: String
    /// First line, counted from 1.
    let line: Int
    /// Last line; differs from `line` only for literals and comments.
    let lastLine: Int
    /// Whether white space or the line's beginning stands right before it.
    let followsSpace: Bool
}
