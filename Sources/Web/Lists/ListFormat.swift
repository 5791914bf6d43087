import Kernel

/// How a list is taken away.
enum ListFormat: String, CaseIterable, Sendable {
    /// Comma-separated lines (RFC 4180), UTF-8 with BOM.
    case csv
    /// A workbook (ISO/IEC 29500), one sheet a table.
    case xlsx

    /// How many rows a list has at most when it is taken away.
    static let rowsMax = 10_000

    var contentType: String {
        switch self {
        case .csv: "text/csv; charset=utf-8"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        }
    }

    /// A list as a file. One whose rows go on behind the bound says so in the last row of its last table.
    func download(
        of list: any ListPage, on day: CivilDate, _ language: Language, note: (_ next: String) -> Phrase
    ) -> Download {
        var tables = list.tables(language)
        if let next = list.next, let last = tables.popLast() {
            tables.append(last.adding(note: note(next)(language)))
        }
        let bytes =
            switch self {
            case .csv: CSVText(tables).bytes
            case .xlsx: Workbook(tables).bytes
            }
        return Download(
            name: "\(list.fileName(language)) \(day).\(rawValue)", contentType: contentType, bytes: bytes)
    }
}
