import Kernel

/// Tables as comma-separated lines (RFC 4180): UTF-8 with BOM, so that spreadsheets read Chinese; CRLF; each text in
/// quotation marks. Several tables follow each other under their names, parted by an empty line.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe in front, also behind white space: some
/// programs trim before they look.
struct CSVText {
    let bytes: [UInt8]

    init(_ tables: [ListTable]) {
        var text = "\u{FEFF}"
        for (place, table) in tables.enumerated() {
            if place > 0 { text += "\r\n" }
            if tables.count > 1 { text += Self.quoted(table.name) + "\r\n" }
            text += table.headings.map(Self.quoted).joined(separator: ",") + "\r\n"
            for row in table.rows { text += row.map(Self.field).joined(separator: ",") + "\r\n" }
        }
        bytes = Array(text.utf8)
    }

    private static func field(_ cell: TableCell) -> String {
        switch cell {
        case .none: ""
        case .text(let text): quoted(text)
        case .number(let digits): TableCell.isPlainNumber(digits) ? digits : quoted(digits)
        case .day(let date): date.description
        case .moment(let instant): instant.civil.secondText
        case .term(let instant): instant.termText
        }
    }

    static func quoted(_ text: String) -> String {
        let first = text.unicodeScalars.first { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }
        let isFormula = first.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
        let isControl = text.unicodeScalars.first.map { $0 == "\t" || $0 == "\r" || $0 == "\n" } ?? false
        // By scalars: a mark that joins a quotation mark makes another character of it, and the reader counts bytes.
        var field = (isFormula || isControl ? "\"'" : "\"").unicodeScalars
        for scalar in text.unicodeScalars {
            if scalar == "\"" { field.append(scalar) }
            field.append(scalar)
        }
        field.append("\"")
        return String(field)
    }
}
