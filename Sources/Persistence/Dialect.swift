/// What differs between engines. Migrations are written once with these marks in them:
/// `{integer}` a 64-bit integer, `{blob}` bytes, `{text}` text that sorts by code point, and behind a table's closing
/// bracket `{clustered}`: rows lie in the order of the primary key, as far as the engine can do it.
public enum Dialect: Sendable {
    /// SQLite 3.40 or later.
    case sqlite

    /// A statement of a migration in this engine's words.
    public func spell(_ statement: String) -> String {
        switch self {
        case .sqlite:
            var text = statement
            let words = [
                ("{integer}", "INTEGER"), ("{blob}", "BLOB"), ("{text}", "TEXT"), ("{clustered}", "WITHOUT ROWID"),
            ]
            for (mark, word) in words { text = text.replacing(mark, with: word) }
            return text
        }
    }
}
