/// A part of a list that comes whole from its store: the rows behind a place, at most so many.
public struct ListPart<Row> {
    /// The rows shown.
    public let rows: [Row]
    /// The row behind which the next part begins; nil at the end of the list.
    public let last: Row?

    /// The part of a list in ascending order of what places compare by.
    public init<Code: Comparable>(_ all: [Row], behind place: Code?, rowsMax: Int, by code: (Row) -> Code) {
        let rest = all.filter { row in place.map { code(row) > $0 } ?? true }
        rows = Array(rest.prefix(rowsMax))
        last = rest.count > rows.count ? rows.last : nil
    }
}
