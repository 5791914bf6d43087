public import Kernel

/// One row of a result. Reading a column as what it is not is a fault: the schema and the code disagree.
public struct Row: Sendable {
    private let columns: [String]
    private let values: [SQLValue]

    /// A row of an adapter's result: a name for each value; of two columns of one name the first is read.
    public init(columns: [String], values: [SQLValue]) {
        precondition(columns.count == values.count, "a row has a name for each of its values")
        self.columns = columns
        self.values = values
    }

    /// The schema and the code disagree.
    public struct Mismatch: Error, CustomStringConvertible {
        /// What was wrong with which column.
        public let description: String
    }

    /// The raw value of a column.
    public func value(_ column: String) throws -> SQLValue {
        // A row has a few columns with short names: looking along them costs less than hashing.
        guard let index = columns.firstIndex(of: column) else {
            throw Mismatch(description: "the result has no column \(column)")
        }
        return values[index]
    }

    /// A 64-bit integer.
    public func int64(_ column: String) throws -> Int64 {
        guard case .integer(let value) = try value(column) else { throw mismatch(column, "an integer") }
        return value
    }

    /// An integer.
    public func int(_ column: String) throws -> Int { Int(try int64(column)) }

    /// Text.
    public func text(_ column: String) throws -> String {
        guard case .text(let value) = try value(column) else { throw mismatch(column, "text") }
        return value
    }

    /// Bytes.
    public func blob(_ column: String) throws -> [UInt8] {
        guard case .blob(let value) = try value(column) else { throw mismatch(column, "bytes") }
        return value
    }

    /// A moment.
    public func instant(_ column: String) throws -> Instant { Instant(milliseconds: try int64(column)) }

    /// A checked code.
    public func code<Code: Identifier>(_ column: String) throws -> Code {
        guard let code = Code(try text(column)) else { throw mismatch(column, "a \(Code.self)") }
        return code
    }

    /// A decimal number.
    public func decimal(_ column: String) throws -> DecimalNumber {
        guard let number = DecimalNumber(stored: try text(column)) else { throw mismatch(column, "a decimal number") }
        return number
    }

    /// A civil date.
    public func date(_ column: String) throws -> CivilDate {
        guard let date = CivilDate(try text(column)) else { throw mismatch(column, "a date") }
        return date
    }

    /// A digest.
    public func digest(_ column: String) throws -> Digest256 {
        guard let digest = Digest256(bytes: try blob(column)) else { throw mismatch(column, "a SHA-256 digest") }
        return digest
    }

    /// A closed set's case, stored as its raw text.
    public func choice<Choice: RawRepresentable<String>>(_ column: String) throws -> Choice {
        guard let choice = Choice(rawValue: try text(column)) else { throw mismatch(column, "a \(Choice.self)") }
        return choice
    }

    /// Reads a column that may be NULL.
    public func optional<Value>(_ column: String, _ read: (Row) -> (String) throws -> Value) throws -> Value? {
        if case .null = try value(column) { return nil }
        return try read(self)(column)
    }

    private func mismatch(_ column: String, _ expected: String) -> Mismatch {
        Mismatch(description: "column \(column) does not hold \(expected)")
    }
}
