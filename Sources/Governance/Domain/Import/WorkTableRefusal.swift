/// Why a line of a table of the work cannot be read.
enum WorkTableRefusal: Error, Equatable {
    case heading(found: String)
    case size(max: Int)
    case quotes
    case fieldCount(Int, expected: Int)
    case unreadable(field: String)
    case noSuchPolicy
    case length(field: String, max: Int)
}
