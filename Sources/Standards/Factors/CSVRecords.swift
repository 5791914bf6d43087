/// The records of a CSV text (RFC 4180: commas, double quotes, a quoted field may hold commas and doubled quotes), read
/// by the names in its first line.
struct CSVRecords {
    /// One record: its line number, counted from 1, and its fields by name.
    struct Record {
        let line: Int
        let fields: [String: String]

        /// The text of a field; empty when there is none.
        subscript(_ name: String) -> String { fields[name] ?? "" }
    }

    let records: [Record]

    init(_ bytes: [UInt8], columns: [String]) throws(FactorTableDefect) {
        let lines = String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: true) { $0.isNewline }
        guard let heading = lines.first, Self.fields(of: heading) == columns else {
            throw FactorTableDefect(line: 1, what: "the columns are not \(columns.joined(separator: ","))")
        }
        var records: [Record] = []
        for (index, line) in lines.enumerated().dropFirst() {
            let fields = Self.fields(of: line)
            guard fields.count == columns.count else {
                throw FactorTableDefect(line: index + 1, what: "\(fields.count) fields, expected \(columns.count)")
            }
            records.append(
                Record(line: index + 1, fields: Dictionary(uniqueKeysWithValues: zip(columns, fields))))
        }
        self.records = records
    }

    private static func fields(of line: Substring) -> [String] {
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
