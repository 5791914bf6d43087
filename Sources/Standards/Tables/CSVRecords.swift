/// The records of a CSV text (RFC 4180: commas, double quotes, a quoted field may hold commas and doubled quotes), read
/// by the names in its first line.
public struct CSVRecords: Sendable {
    /// One record: its line number, counted from 1, and its fields by name.
    public struct Record: Sendable {
        /// The line in the text, counted from 1.
        public let line: Int
        let fields: [String: String]

        /// The text of a field; empty when there is none.
        public subscript(_ name: String) -> String { fields[name] ?? "" }

        /// What is wrong with a field of this record.
        func defect(_ column: String, _ what: String) -> RuleTableDefect {
            RuleTableDefect(line: line, column: column, what: what)
        }
    }

    /// The records behind the heading, in order; empty lines are passed over.
    public let records: [Record]

    /// The mark that spreadsheets put before UTF-8.
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The records of a text whose first line names exactly these columns.
    public init(_ bytes: [UInt8], columns: [String]) throws(RuleTableDefect) {
        let text = bytes.starts(with: Self.byteOrderMark) ? bytes.dropFirst(3) : bytes[...]
        let lines = String(decoding: text, as: UTF8.self).split(omittingEmptySubsequences: false) { $0.isNewline }
        guard let heading = lines.first, Self.fields(of: heading) == columns else {
            throw RuleTableDefect(line: 1, what: "the columns are not \(columns.joined(separator: ","))")
        }
        var records: [Record] = []
        for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
            let fields = Self.fields(of: line)
            guard fields.count == columns.count else {
                throw RuleTableDefect(line: index + 1, what: "\(fields.count) fields, expected \(columns.count)")
            }
            records.append(
                Record(line: index + 1, fields: Dictionary(uniqueKeysWithValues: zip(columns, fields))))
        }
        self.records = records
    }

    private static func fields(of line: Substring) -> [String] {
        // Nearly every line: without a quote, each comma divides, and bytes are enough.
        guard line.utf8.contains(0x22) else {
            return line.utf8.split(separator: 0x2C, omittingEmptySubsequences: false).map { String(Substring($0)) }
        }
        var fields = [""]
        var isQuoted = false
        var previous: Character?
        for character in line {
            if character == "\"" {
                // A doubled quote inside quotes stands for one.
                if !isQuoted, previous == "\"" { fields[fields.count - 1].append("\"") }
                isQuoted.toggle()
            } else if character == ",", !isQuoted {
                fields.append("")
            } else {
                fields[fields.count - 1].append(character)
            }
            previous = character
        }
        return fields
    }
}
