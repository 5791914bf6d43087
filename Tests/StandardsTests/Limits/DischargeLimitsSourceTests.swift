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

    @Test func `every figure stands in the collection or in one of its notes`() throws {
        let limits = try JudgingMaterial.limits().limits
        guard let text = try SampleFile.text(of: "standards/discharge_limits.csv", in: .factTables) else { return }
        let source = try CSVRecords(Array(text.drop { $0 == "\u{FEFF}" }.utf8), columns: Self.columns).records
        let known = Set(source.map { Self.key($0["factor_code"], $0["operator"], $0["limit"]) })
        for limit in limits {
            let words = "\(limit.table.standard) \(limit.item.zh) \(limit.bound)"
            // The dilution multiple of colour has no code here; its figures are looked for under the collection's.
            let code = limit.unit == "dilution" ? "w01002" : limit.factor?.text ?? ""
            #expect(known.contains(Self.key(code, limit.bound)) || Self.fromNotes.contains(words), "\(words)")
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
