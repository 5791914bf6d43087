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

    /// A list as a file. One whose rows go on behind the bound says so in its last row.
    func download(of list: any ListPage, on day: CivilDate, _ language: Language) -> Download {
        var tables = list.tables(language)
        if list.next != nil, let first = tables.first {
            tables[0] = first.adding(
                note: Phrase(
                    "仅前 \(Self.rowsMax) 行；请缩小筛选条件后再导出",
                    "only the first \(Self.rowsMax) rows: narrow the filter and export again")(language))
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
