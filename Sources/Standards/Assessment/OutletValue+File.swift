public import Kernel

extension OutletValue {
    /// The columns of a file of values.
    public static let columns = [
        "outlet", "standard", "category", "industry", "discharge", "factor", "period", "value", "unit",
        "water_temperature", "built", "detection_limit",
    ]

    /// The same with the water of the period, for tables that know reference volumes.
    public static let columnsWithWater = columns + ["discharged_m3", "products"]

    /// The records of a file with or without the columns of water.
    public static func records(of bytes: [UInt8]) throws(RuleTableDefect) -> [CSVRecords.Record] {
        let heading = bytes.split(maxSplits: 1, whereSeparator: { $0 == 0x0A || $0 == 0x0D }).first ?? []
        let hasWater = String(decoding: heading, as: UTF8.self).hasSuffix(",discharged_m3,products")
        return try CSVRecords(bytes, columns: hasWater ? columnsWithWater : columns).records
    }

    /// A value of a file. An outlet falls under the table of `standard` and `category`, or where these are empty under
    /// the default of `industry` and `discharge`.
    public init(_ record: CSVRecords.Record, on day: CivilDate) throws(RuleTableDefect) {
        guard let factor = PollutantCode(record["factor"]) else {
            throw record.defect("factor", "no factor code, such as w01018")
        }
        guard let period = ValuePeriod(rawValue: record["period"]) else {
            let known = ValuePeriod.allCases.map(\.rawValue).joined(separator: ", ")
            throw record.defect("period", "a period is one of \(known)")
        }
        guard let value = DecimalNumber(record["value"]) else { throw record.defect("value", "no plain decimal") }
        guard let unit = MeasurementUnit(record["unit"]) else {
            throw record.defect("unit", "the platform knows no unit \(record["unit"])")
        }
        let built = CivilDate(record["built"])
        guard built != nil || record["built"].isEmpty else {
            throw record.defect("built", "a day is written 2006-01-01")
        }
        self.init(
            place: try Self.place(record), factor: factor, period: period, value: value, unit: unit,
            circumstances: LimitCircumstances(
                day: day, waterTemperature: try Self.number("water_temperature", record), built: built),
            detectionLimit: try Self.number("detection_limit", record), water: try Self.water(record))
    }

    private static func water(_ record: CSVRecords.Record) throws(RuleTableDefect) -> WaterOfPeriod? {
        guard let discharged = try number("discharged_m3", record) else {
            guard record["products"].isEmpty else { throw record.defect("discharged_m3", "the water is missing") }
            return nil
        }
        guard discharged >= DecimalNumber(0) else { throw record.defect("discharged_m3", "no water below zero") }
        var outputs: [WaterOfPeriod.Output] = []
        for part in record["products"].split(separator: ";") {
            let sides = part.split(separator: "=", omittingEmptySubsequences: false)
            guard sides.count == 2, !sides[0].isEmpty, let amount = DecimalNumber(String(sides[1])),
                amount >= DecimalNumber(0)
            else { throw record.defect("products", "products are written name=amount;name=amount") }
            outputs.append(.init(product: String(sides[0]), amount: amount))
        }
        return WaterOfPeriod(discharged: discharged, outputs: outputs)
    }

    private static func place(_ record: CSVRecords.Record) throws(RuleTableDefect) -> Place {
        guard record["standard"].isEmpty else {
            guard !record["category"].isEmpty else { throw record.defect("category", "the table is missing") }
            return .table(DischargeTable.Name(standard: record["standard"], category: record["category"]))
        }
        guard let industry = IndustryCode(record["industry"]) else {
            throw record.defect("industry", "a trade has two to four digits; or name standard and category")
        }
        guard let discharge = Discharge(rawValue: record["discharge"]) else {
            let known = Discharge.allCases.map(\.rawValue).joined(separator: ", ")
            throw record.defect("discharge", "a way of discharge is one of \(known)")
        }
        return .trade(industry, discharge)
    }

    private static func number(_ column: String, _ record: CSVRecords.Record) throws(RuleTableDefect) -> DecimalNumber?
    {
        guard !record[column].isEmpty else { return nil }
        guard let number = DecimalNumber(record[column]) else { throw record.defect(column, "no plain decimal") }
        return number
    }
}
