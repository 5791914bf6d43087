/// One line of a table with commas (RFC 4180): a field may stand in quotation marks, and holds no line break.
enum CommaLine {
    /// The fields of a line; nil when a quotation mark does not close.
    static func fields(of line: Substring) -> [String]? {
        var fields = [""]
        var isQuoted = false
        var rest = line
        while let character = rest.popFirst() {
            switch (character, isQuoted) {
            case ("\"", true):
                if rest.first == "\"" {
                    rest.removeFirst()
                    fields[fields.count - 1].append("\"")
                } else {
                    isQuoted = false
                }
            case ("\"", false) where fields[fields.count - 1].isEmpty: isQuoted = true
            case (",", false): fields.append("")
            // Any other character, whichever it is.
            default: fields[fields.count - 1].append(character)
            }
        }
        return isQuoted ? nil : fields.map(unguarded)
    }

    /// A line with its end.
    static func text(of fields: [String]) -> String {
        fields.map(quoted).joined(separator: ",") + "\r\n"
    }

    private static func quoted(_ field: String) -> String {
        let text = guarded(field)
        guard text.contains(where: { "\",".contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// A spreadsheet runs what begins with these signs; an apostrophe before them keeps it from that. A text that
    /// begins with apostrophes before such a sign gets one more, so that reading takes away what writing put there.
    private static func isGuarded(_ text: String) -> Bool {
        text.drop { $0 == "'" }.first.map { "=+-@".contains($0) } ?? false
    }

    private static func guarded(_ text: String) -> String { isGuarded(text) ? "'" + text : text }

    private static func unguarded(_ text: String) -> String {
        text.hasPrefix("'") && isGuarded(text) ? String(text.dropFirst()) : text
    }
}
