/// One line of a table with commas (RFC 4180): a field may stand in quotation marks, and holds no line break.
public enum CommaLine {
    /// The fields of a line; nil when a quotation mark does not close. Read by scalars: a mark that joins a comma makes
    /// another character of it, and other programs count bytes.
    public static func fields(of line: Substring) -> [String]? {
        var fields = [String.UnicodeScalarView()]
        var isQuoted = false
        var rest = line.unicodeScalars
        while let scalar = rest.popFirst() {
            switch (scalar, isQuoted) {
            case ("\"", true):
                if rest.first == "\"" {
                    rest.removeFirst()
                    fields[fields.count - 1].append("\"")
                } else {
                    isQuoted = false
                }
            case ("\"", false) where fields[fields.count - 1].isEmpty: isQuoted = true
            case (",", false): fields.append(String.UnicodeScalarView())
            // Any other scalar, whichever it is.
            default: fields[fields.count - 1].append(scalar)
            }
        }
        return isQuoted ? nil : fields.map { unguarded(String($0)) }
    }

    /// A line with its end.
    public static func text(of fields: [String]) -> String {
        fields.map(quoted).joined(separator: ",") + "\r\n"
    }

    private static func quoted(_ field: String) -> String {
        let text = guarded(field).unicodeScalars
        guard text.contains(where: { $0 == "\"" || $0 == "," }) else { return String(text) }
        var quoted = "\"".unicodeScalars
        for scalar in text {
            if scalar == "\"" { quoted.append(scalar) }
            quoted.append(scalar)
        }
        quoted.append("\"")
        return String(quoted)
    }

    /// A spreadsheet runs what begins with these signs; an apostrophe before them keeps it from that. A text that
    /// begins with apostrophes before such a sign gets one more, so that reading takes away what writing put there.
    private static func isGuarded(_ text: String) -> Bool {
        text.unicodeScalars.drop { $0 == "'" }.first.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
    }

    private static func guarded(_ text: String) -> String { isGuarded(text) ? "'" + text : text }

    private static func unguarded(_ text: String) -> String {
        text.unicodeScalars.first == "'" && isGuarded(text) ? String(text.unicodeScalars.dropFirst()) : text
    }
}
