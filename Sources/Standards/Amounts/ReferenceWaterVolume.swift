public import Facts
public import Kernel

/// The water that a unit of product may need at most (单位产品基准排水量), from `share/rules/reference-water-volumes.csv`.
public struct ReferenceWaterVolume: Hashable, Sendable {
    /// The table of the standard.
    public let table: DischargeTable.Name
    /// The product.
    public let product: Phrase
    /// The greatest volume in `unit`.
    public let volume: DecimalNumber
    /// `m3/t`: cubic metres for a tonne of (standard) product; `L/m2`: litres for a square metre of plated area.
    public let unit: String
    /// First day in force.
    public let validFrom: CivilDate
    /// Last day in force; nil while it is.
    public let validTo: CivilDate?
    /// How sure we are.
    public let certainty: Certainty

    private static let columns = [
        "standard", "category", "product_zh", "product_en", "volume", "unit", "valid_from", "valid_to", "certainty",
    ]

    /// The volumes of the resource file, in its order.
    public static func all(csv: [UInt8]) throws(RuleTableDefect) -> [ReferenceWaterVolume] {
        var volumes: [ReferenceWaterVolume] = []
        for record in try CSVRecords(csv, columns: columns).records {
            guard let volume = DecimalNumber(record["volume"]), volume > DecimalNumber(0) else {
                throw record.defect("volume", "a volume is a number above zero")
            }
            guard ["m3/t", "L/m2"].contains(record["unit"]) else { throw record.defect("unit", "m3/t or L/m2") }
            guard let from = CivilDate(record["valid_from"]) else {
                throw record.defect("valid_from", "a day is written 2013-01-01")
            }
            let to = CivilDate(record["valid_to"])
            guard record["valid_to"].isEmpty || to.map({ from <= $0 }) ?? false else {
                throw record.defect("valid_to", "a last day is written 2014-12-31 and is not before the first")
            }
            guard let certainty = Certainty(rawValue: record["certainty"]) else {
                throw record.defect("certainty", "a certainty is verified, from-memory or design-value")
            }
            volumes.append(
                ReferenceWaterVolume(
                    table: DischargeTable.Name(standard: record["standard"], category: record["category"]),
                    product: Phrase(record["product_zh"], record["product_en"]), volume: volume, unit: record["unit"],
                    validFrom: from, validTo: to, certainty: certainty))
        }
        return volumes
    }
}
