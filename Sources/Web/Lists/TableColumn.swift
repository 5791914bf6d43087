public import Kernel

/// One column of a list that is taken away: its heading, with the unit, and how a row fills it.
public struct TableColumn<Row>: Sendable {
    let heading: Phrase
    let cell: @Sendable (Row) -> TableCell

    /// A column.
    public init(_ heading: Phrase, _ cell: @escaping @Sendable (Row) -> TableCell) {
        self.heading = heading
        self.cell = cell
    }
}
