import Facts
import Kernel

extension DischargeLimits {
    private static let limitColumns = [
        "standard", "category", "valid_from", "valid_to", "medium", "item_zh", "item_en", "factor", "operator", "limit",
        "unit", "averaging", "point", "condition", "clause_zh", "clause_en", "certainty", "remark_zh", "remark_en",
    ]
    private static let tableColumns = [
        "standard", "category", "title_zh", "title_en", "medium", "dates_certainty", "rest", "reference_oxygen",
        "remark_zh", "remark_en",
    ]
    /// Units of standards that no device sends.
    private static let unitsOfStandards: Set = ["dilution", "ng TEQ/m3"]

    /// The tables from the bytes of their two resource files.
    public init(tables tableFile: [UInt8], limits limitFile: [UInt8]) throws(RuleTableDefect) {
        let tableRecords = try CSVRecords(tableFile, columns: Self.tableColumns).records
        var tables: [DischargeTable] = []
        for record in tableRecords { tables.append(try Self.table(record)) }
        let rests = Dictionary(tables.map { ($0.name, $0.rest) }, uniquingKeysWith: { first, _ in first })
        for (record, table) in zip(tableRecords, tables) {
            var (next, hops) = (table.rest, 0)
            while let name = next {
                guard let rest = rests[name] else { throw record.defect("rest", "\(name) is no table of this file") }
                hops += 1
                guard hops < tables.count else { throw record.defect("rest", "the rests lead around in a circle") }
                next = rest
            }
        }
        let media = Dictionary(tables.map { ($0.name, $0.medium) }, uniquingKeysWith: { first, _ in first })
        var limits: [DischargeLimit] = []
        var seen: [DischargeTable.Name: [DischargeLimit]] = [:]
        for record in try CSVRecords(limitFile, columns: Self.limitColumns).records {
            let limit = try Self.limit(record)
            guard let medium = media[limit.table] else {
                throw record.defect("category", "\(limit.table) is no table of discharge-tables.csv")
            }
            guard medium.rawValue == record["medium"] else {
                throw record.defect("medium", "\(limit.table) is a table for \(medium)")
            }
            guard !seen[limit.table, default: []].contains(where: limit.contradicts) else {
                throw record.defect("valid_from", "another line limits \(limit.item.zh) on the same days")
            }
            seen[limit.table, default: []].append(limit)
            limits.append(limit)
        }
        self.init(tables: tables, limits: limits)
    }

    private static func table(_ record: CSVRecords.Record) throws(RuleTableDefect) -> DischargeTable {
        guard let medium = DischargeMedium(rawValue: record["medium"]) else {
            throw record.defect("medium", "a medium is air or water")
        }
        var rest: DischargeTable.Name?
        if !record["rest"].isEmpty {
            // The category holds no slash, the number of a local standard does.
            guard let slash = record["rest"].lastIndex(of: "/") else {
                throw record.defect("rest", "the table for the rest is written standard/category")
            }
            let text = record["rest"]
            rest = DischargeTable.Name(
                standard: String(text[..<slash]), category: String(text[text.index(after: slash)...]))
        }
        return DischargeTable(
            name: DischargeTable.Name(standard: record["standard"], category: record["category"]),
            title: try phrase("title", record), medium: medium,
            datesCertainty: try certainty("dates_certainty", record), rest: rest,
            referenceOxygen: record["reference_oxygen"].isEmpty ? nil : record["reference_oxygen"],
            remark: try remark(record))
    }

    private static func limit(_ record: CSVRecords.Record) throws(RuleTableDefect) -> DischargeLimit {
        let factor = PollutantCode(record["factor"])
        guard factor != nil || record["factor"].isEmpty else { throw record.defect("factor", "no factor code") }
        guard let bound = LimitBound(operator: record["operator"], limit: record["limit"]) else {
            throw record.defect("limit", "\(record["operator"]) and \(record["limit"]) make no limit")
        }
        guard let averaging = DischargeLimit.Averaging(rawValue: record["averaging"]) else {
            throw record.defect("averaging", "no averaging time is called \(record["averaging"])")
        }
        guard let point = DischargeLimit.Point(rawValue: record["point"]) else {
            throw record.defect("point", "no point is called \(record["point"])")
        }
        guard let condition = LimitCondition(record["condition"]) else {
            throw record.defect("condition", "no condition reads \(record["condition"])")
        }
        let days = try validity(record)
        return DischargeLimit(
            table: DischargeTable.Name(standard: record["standard"], category: record["category"]),
            validFrom: days.from, validTo: days.to, item: try phrase("item", record), factor: factor, bound: bound,
            unit: try unit(record), averaging: averaging, point: point, condition: condition,
            clause: try phrase("clause", record), certainty: try certainty("certainty", record),
            remark: try remark(record))
    }

    private static func validity(
        _ record: CSVRecords.Record
    ) throws(RuleTableDefect) -> (from: CivilDate, to: CivilDate?) {
        guard let from = CivilDate(record["valid_from"]) else {
            throw record.defect("valid_from", "a day is written 2013-01-01")
        }
        guard !record["valid_to"].isEmpty else { return (from, nil) }
        guard let to = CivilDate(record["valid_to"]), from <= to else {
            throw record.defect("valid_to", "a last day is written 2014-12-31 and is not before the first")
        }
        return (from, to)
    }

    private static func unit(_ record: CSVRecords.Record) throws(RuleTableDefect) -> String {
        let unit = record["unit"]
        guard MeasurementUnit(unit) != nil || record["factor"].isEmpty && unitsOfStandards.contains(unit) else {
            throw record.defect("unit", "the platform knows no unit \(unit)")
        }
        return unit
    }

    private static func certainty(
        _ column: String, _ record: CSVRecords.Record
    ) throws(RuleTableDefect) -> Certainty {
        guard let certainty = Certainty(rawValue: record[column]) else {
            throw record.defect(column, "a certainty is verified, from-memory or design-value")
        }
        return certainty
    }

    private static func phrase(_ column: String, _ record: CSVRecords.Record) throws(RuleTableDefect) -> Phrase {
        let phrase = Phrase(record["\(column)_zh"], record["\(column)_en"])
        guard !phrase.zh.isEmpty else { throw record.defect("\(column)_zh", "the Chinese words are missing") }
        guard !phrase.en.isEmpty else { throw record.defect("\(column)_en", "the English words are missing") }
        return phrase
    }

    private static func remark(_ record: CSVRecords.Record) throws(RuleTableDefect) -> Phrase? {
        record["remark_zh"].isEmpty && record["remark_en"].isEmpty ? nil : try phrase("remark", record)
    }
}

extension DischargeLimit {
    /// Whether both hold for the same thing on the same day, and nothing tells which.
    func contradicts(_ other: DischargeLimit) -> Bool {
        isBeside(other) && condition == other.condition
            && validFrom <= other.validTo ?? validFrom && other.validFrom <= validTo ?? other.validFrom
    }
}
