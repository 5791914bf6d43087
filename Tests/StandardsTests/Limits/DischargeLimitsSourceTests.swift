import Kernel
import Standards
import TestMaterial
import Testing

/// The limits against the collection they were selected from, when that is at hand.
struct DischargeLimitsSourceTests {
    private static let columns = [
        "standard", "category", "medium", "pollutant", "factor_code", "operator", "limit", "unit", "averaging",
        "monitor_point", "note", "verification",
    ]

    /// Limits that the collection tells in a note beside another one, or in other words.
    private static let fromNotes: Set = [
        "GB 18918-2002 总磷 ≤ 1", "GB 18918-2002 总磷 ≤ 1.5", "GB 18918-2002 总磷 ≤ 3", "GB 18918-2002 总磷 ≤ 5",
        "GB 13223-2011 氮氧化物 ≤ 200", "GB 13223-2011 颗粒物 ≤ 10", "GB 13223-2011 二氧化硫 ≤ 100",
        "GB 13223-2011 氮氧化物 ≤ 120", "DB33/2147-2018 颗粒物 ≤ 5", "GB 31571-2015 氮氧化物 ≤ 180",
        "GB 31572-2015 二氧化硫 ≤ 50", "GB 31572-2015 氮氧化物 ≤ 100",
    ]

    /// Papers that the collection calls otherwise.
    private static let otherNames = [
        "GB 4287-2012 amend. 2015": "GB 4287-2012", "GB 4287-2012 (公告2015年第41号)": "GB 4287-2012",
        "ultra-low emission (环发[2015]164号)": "环发〔2015〕164号",
    ]

    @Test func `every figure stands in the collection or in one of its notes`() throws {
        let limits = try JudgingMaterial.limits().limits
        guard let text = try SampleFile.text(of: "standards/discharge_limits.csv", in: .factTables) else { return }
        let source = try CSVRecords(Array(text.drop { $0 == "\u{FEFF}" }.utf8), columns: Self.columns).records
        let known = Set(
            source.map { row in
                let name = Self.otherNames[row["standard"]] ?? row["standard"]
                return "\(name) \(Self.key(row["factor_code"], row["operator"], row["limit"]))"
            })
        for limit in limits {
            let words = "\(limit.table.standard) \(limit.item.zh) \(limit.bound)"
            // The dilution multiple of colour has no code here; its figures are looked for under the collection's.
            let code = limit.unit == "dilution" ? "w01002" : limit.factor?.text ?? ""
            let isKnown = known.contains("\(limit.table.standard) \(Self.key(code, limit.bound))")
            #expect(isKnown || Self.fromNotes.contains(words), "\(words)")
        }
    }

    private static func key(_ code: String, _ sign: String, _ limit: String) -> String {
        switch sign {
        case "<=": "\(code) ≤ \(limit == "3e-05" ? "0.00003" : limit)"
        case ">=": "\(code) ≥ \(limit)"
        case "range": "\(code) \(limit.replacing("-", with: "–"))"
        default: "\(code) ND"
        }
    }

    private static func key(_ code: String, _ bound: LimitBound) -> String { "\(code) \(bound)" }
}
