import Kernel

/// The lines of a table with commas, with texts that go over several lines put together again.
struct WorkRows: Sendable {
    /// Each with the number of its first line, the heading counted.
    let rows: [(number: Int, text: Substring)]

    /// Over how many lines a text may go. Design value.
    private static let linesOfTextMax = 60

    init(_ csv: String) {
        let text = csv.unicodeScalars.first == "\u{FEFF}" ? Substring(csv.unicodeScalars.dropFirst()) : csv[...]
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let width = lines.first.flatMap { CommaLine.fields(of: $0)?.count } ?? 0
        var (rows, index): ([(number: Int, text: Substring)], Int) = ([], 0)
        while index < lines.count {
            let whole = Self.whole(at: index, of: lines, width: width)
            rows.append((index + 1, whole.text))
            index += whole.lines
        }
        self.rows = rows
    }

    /// A line, with those after it where a quotation mark closes on one of them and all of it has the heading's width;
    /// else the line alone, so that a mark left open spoils no other line.
    private static func whole(at index: Int, of lines: [Substring], width: Int) -> (text: Substring, lines: Int) {
        guard CommaLine.fields(of: lines[index]) == nil else { return (lines[index], 1) }
        var text = String(lines[index])
        for next in lines[(index + 1)...].indices.prefix(linesOfTextMax) {
            text += "\n" + lines[next]
            guard let fields = CommaLine.fields(of: text[...]) else { continue }
            return fields.count == width ? (text[...], next - index + 1) : (lines[index], 1)
        }
        return (lines[index], 1)
    }
}
