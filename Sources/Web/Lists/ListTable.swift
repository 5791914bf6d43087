public import Kernel

/// A list as a table, ready to be written in any format.
public struct ListTable: Sendable {
    /// What it is called: the name of its sheet.
    public let name: String
    /// One heading a column.
    public let headings: [String]
    /// One cell a column in each.
    public let rows: [[TableCell]]

    /// A table of these rows in one language.
    public init<Row>(_ name: Phrase, _ rows: [Row], _ language: Language, columns: [TableColumn<Row>]) {
        self.name = name(language)
        headings = columns.map { $0.heading(language) }
        self.rows = rows.map { row in columns.map { $0.cell(row) } }
    }

    private init(name: String, headings: [String], rows: [[TableCell]]) {
        (self.name, self.headings, self.rows) = (name, headings, rows)
    }

    /// The same table with a line of words under it.
    func adding(note: String) -> ListTable {
        ListTable(name: name, headings: headings, rows: rows + [[.text(note)]])
    }
}
