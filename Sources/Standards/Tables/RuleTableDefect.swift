/// A place in a resource file of this room that cannot be understood.
public struct RuleTableDefect: Error, Equatable, CustomStringConvertible {
    /// The line, counted from 1.
    public let line: Int
    /// The column by its name; nil when the whole line is meant.
    public let column: String?
    /// What is wrong there.
    public let what: String

    init(line: Int, column: String? = nil, what: String) {
        self.line = line
        self.column = column
        self.what = what
    }

    public var description: String { "line \(line)\(column.map { ", column \($0)" } ?? ""): \(what)" }
}
