import Kernel

extension FactorTable {
    private static let factorColumns = [
        "code", "meaning", "name_zh", "name_en", "medium", "printed_unit", "unit", "default", "total_unit", "edition",
        "table", "certainty", "remark_zh", "remark_en",
    ]
    private static let formerColumns = [
        "code", "name_zh", "name_en", "medium", "printed_unit", "default", "successor", "remark_zh", "remark_en",
    ]
    private static let massColumns = ["code", "counted_as", "molar_mass_g_per_mol", "certainty"]

    /// The tables from the bytes of their three resource files.
    public init(factors: [UInt8], formerCodes: [UInt8], molarMasses: [UInt8]) throws(RuleTableDefect) {
        var masses: [String: DecimalNumber] = [:]
        for record in try CSVRecords(molarMasses, columns: Self.massColumns).records {
            guard let mass = DecimalNumber(record["molar_mass_g_per_mol"]), mass > DecimalNumber(0) else {
                throw RuleTableDefect(line: record.line, what: "a molar mass is a number above zero")
            }
            masses[record["code"]] = mass
        }
        var entries: [FactorEntry] = []
        for record in try CSVRecords(factors, columns: Self.factorColumns).records {
            entries.append(try Self.entry(record, molarMass: masses[record["code"]]))
        }
        var former: [FormerFactorCode] = []
        for record in try CSVRecords(formerCodes, columns: Self.formerColumns).records {
            former.append(try Self.former(record))
        }
        self.init(entries: entries, formerCodes: former)
    }

    private static func entry(
        _ record: CSVRecords.Record, molarMass: DecimalNumber?
    ) throws(RuleTableDefect) -> FactorEntry {
        guard PollutantCode(record["code"]) != nil, let meaning = Int(record["meaning"]),
            let medium = FactorEntry.Medium(rawValue: record["medium"]),
            let certainty = FactorCertainty(rawValue: record["certainty"])
        else { throw RuleTableDefect(line: record.line, what: "no factor: code, meaning, medium, certainty") }
        return FactorEntry(
            code: record["code"], meaning: meaning, name: Phrase(record["name_zh"], record["name_en"]), medium: medium,
            printedUnit: try unit("printed_unit", record), unit: try unit("unit", record),
            isUnitSettled: try isSettled(record), printedTotalUnit: try unit("total_unit", record),
            edition: given(record["edition"]), table: given(record["table"]), certainty: certainty,
            remark: remark(record), molarMass: molarMass)
    }

    private static func former(_ record: CSVRecords.Record) throws(RuleTableDefect) -> FormerFactorCode {
        let successor = PollutantCode(record["successor"])
        guard !record["code"].isEmpty, successor != nil || record["successor"].isEmpty else {
            throw RuleTableDefect(line: record.line, what: "no code of 2005 with a successor or none")
        }
        return FormerFactorCode(
            code: record["code"], name: Phrase(record["name_zh"], record["name_en"]),
            printedUnit: try unit("printed_unit", record), isUnitSettled: try isSettled(record), successor: successor,
            remark: remark(record))
    }

    private static func unit(
        _ column: String, _ record: CSVRecords.Record
    ) throws(RuleTableDefect) -> MeasurementUnit? {
        let code = record[column]
        guard !code.isEmpty else { return nil }
        guard let unit = MeasurementUnit(code) else {
            throw RuleTableDefect(line: record.line, what: "the platform knows no unit \(code)")
        }
        return unit
    }

    private static func isSettled(_ record: CSVRecords.Record) throws(RuleTableDefect) -> Bool {
        switch record["default"] {
        case "settled": return true
        case "ask": return false
        default: throw RuleTableDefect(line: record.line, what: "default is settled or ask")
        }
    }

    private static func remark(_ record: CSVRecords.Record) -> Phrase? {
        record["remark_zh"].isEmpty ? nil : Phrase(record["remark_zh"], record["remark_en"])
    }

    private static func given(_ text: String) -> String? { text == "-" ? nil : text }
}
