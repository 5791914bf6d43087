/// A line of the factor tables that cannot be understood.
public struct FactorTableDefect: Error, Equatable, CustomStringConvertible {
    /// The line, counted from 1.
    public let line: Int
    /// What is wrong with it.
    public let what: String

    public var description: String { "line \(line): \(what)" }
}
