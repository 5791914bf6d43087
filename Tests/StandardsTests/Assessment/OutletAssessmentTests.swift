import Facts
import Kernel
import Standards
import Testing

struct OutletAssessmentTests {
    private typealias Material = JudgingMaterial

    private static let heading = OutletValue.columns.joined(separator: ",") + "\n"

    private static func values(_ lines: String, on day: String) throws -> [OutletValue] {
        try CSVRecords(Array((heading + lines).utf8), columns: OutletValue.columns).records.map {
            try OutletValue($0, on: Material.day(day))
        }
    }

    private static func words(_ line: String, on day: String) throws -> String {
        let assessment = OutletAssessment(
            limits: try Material.limits(),
            standards: try IndustryStandards(json: Material.bytes("industry-standards.json")))
        let answer = assessment.assess(try #require(try values(line, on: day).first))
        switch answer.verdict {
        case .complies: return "complies"
        case .exceeds(let multiple): return "exceeds \(multiple.map { "\($0)" } ?? "–")"
        case .notJudged(let reason): return reason.rawValue
        }
    }

    @Test(arguments: [
        ("A,,,1713,direct,w01018,day,80,mg/L,,,", "2026-11-01", "complies"),
        ("A,,,1713,direct,w01018,day,100,mg/L,,,", "2026-11-01", "exceeds 0.25"),
        ("A,,,1713,indirect-to-dedicated-park,w01018,sample,500,mg/L,,,", "2026-11-01", "complies"),
        ("A,,,1713,indirect-to-other-works,w01018,day,500,mg/L,,,", "2026-11-01", "exceeds 1.5"),
        ("A,,,1713,indirect-to-municipal-works,w01018,day,100,mg/L,,,", "2026-11-01", "exceeds 0.25"),
        ("A,,,1713,to-air,a34013,hour,10,mg/m3,,,", "2026-11-01", "permit-decides"),
        ("A,,,1713,direct,w01018,hour,100,mg/L,,,", "2026-11-01", "no-limit"),
        ("A,,,1713,direct,w01001,day,9.5,1,,,", "2026-11-01", "exceeds –"),
        ("A,,,3360,direct,w20121,sample,600,ug/L,,,", "2026-11-01", "exceeds 0.2"),
        ("A,,,3360,direct,w20121,sample,0.6,m3/h,,,", "2026-11-01", "units-differ"),
        ("A,GB 4287-2012,table-1-direct,,,w01018,day,90,mg/L,,,", "2014-12-31", "complies"),
        ("A,GB 4287-2012,table-1-direct,,,w01018,day,90,mg/L,,,", "2015-01-01", "table-not-in-force"),
        ("A,GB 4287-2012,table-7,,,w01018,day,90,mg/L,,,", "2026-11-01", "table-not-in-force"),
        ("A,GB 4287-2012,table-3-direct,,,w21019,day,0.001,mg/L,,,", "2026-11-01", "detection-limit-missing"),
        ("A,GB 4287-2012,table-3-direct,,,w21019,day,1,ug/L,,,5", "2026-11-01", "complies"),
        ("A,GB 4287-2012,table-3-direct,,,w21019,day,0.005,mg/L,,,0.005", "2026-11-01", "exceeds –"),
        ("A,GB 18918-2002,class-1a,,,w21003,day,6,mg/L,,,", "2025-06-01", "circumstances-missing"),
        ("A,GB 18918-2002,class-1a,,,w21003,day,6,mg/L,10,,", "2025-06-01", "complies"),
        ("A,GB 18918-2002,class-1a,,,w21003,day,6,mg/L,20,,", "2025-06-01", "exceeds 0.2"),
        ("A,GB 18918-2002,class-1a,,,w21011,day,0.8,mg/L,,2005-01-01,", "2025-06-01", "complies"),
        ("A,,,4620,direct,w21003,day,3,mg/L,,,", "2026-11-01", "complies"),
        ("A,,,4620,direct,w21003,day,3,mg/L,,,", "2026-10-31", "exceeds 0.5"),
        ("A,,,4417,to-air,a21026,hour,90,mg/m3,,,", "2026-11-01", "complies"),
        ("A,,,4417,to-air,a21026,day,90,mg/m3,,,", "2026-11-01", "exceeds 0.12"),
        ("A,,,4417,to-air,a01901,five-minute,849,degC,,,", "2026-11-01", "exceeds –"),
    ])
    func `a value meets the default limit of its day, or says why not`(
        line: String, day: String, expected: String
    ) throws {
        #expect(try Self.words(line, on: day) == expected)
    }

    /// Ten tonnes of cloth at 140 m³/t may use 1,400 m³; a square metre of one layer of plating 200 L.
    @Test(
        arguments: [
            ("GB 4287-2012,table-2-direct,,,w01018,day,70,mg/L,,,,1200,PRODUCT=10", "complies"),
            ("GB 4287-2012,table-2-direct,,,w01018,day,70,mg/L,,,,1700,PRODUCT=10", "exceeds 0.06"),
            ("GB 4287-2012,table-2-direct,,,w01018,day,70,mg/L,,,,1700,PRODUCT=10;纱线、针织物=4", "complies"),
            ("GB 4287-2012,table-2-direct,,,w01018,day,70,mg/L,,,,,", "complies"),
            ("GB 4287-2012,table-2-direct,,,w01018,day,70,mg/L,,,,1700,PRODUCT=0", "complies"),
            ("GB 4287-2012,table-2-direct,,,w01018,day,70,mg/L,,,,1700,棉花=10", "reference-volume-missing"),
            ("GB 4287-2012,table-2-direct,,,w01001,day,8,1,,,,1700,PRODUCT=1", "complies"),
            ("GB 21900-2008,table-2,,,w20121,day,0.3,mg/L,,,,20,单层镀=100", "complies"),
            ("GB 21900-2008,table-2,,,w20121,day,0.3,mg/L,,,,40,单层镀=100", "exceeds 0.2"),
        ])
    func `water beyond the reference volume counts as dilution, where water and products are known`(
        line: String, expected: String
    ) throws {
        let cloth = "棉、麻、化纤及混纺机织物"
        let text =
            OutletValue.columnsWithWater.joined(separator: ",") + "\nA,"
            + line.replacing("PRODUCT", with: cloth)
        let record = try #require(try OutletValue.records(of: Array(text.utf8)).first)
        let answer = OutletAssessment(
            limits: try Material.limits(),
            standards: try IndustryStandards(json: Material.bytes("industry-standards.json")),
            volumes: try ReferenceWaterVolume.all(csv: Material.bytes("reference-water-volumes.csv"))
        ).assess(try OutletValue(record, on: Material.day("2026-11-01")))
        switch answer.verdict {
        case .complies: #expect(expected == "complies")
        case .exceeds(let multiple): #expect(expected == "exceeds \(multiple.map { "\($0)" } ?? "–")")
        case .notJudged(let reason): #expect(expected == reason.rawValue)
        }
    }

    @Test(arguments: [",PRODUCT=10", "-1,", "12,PRODUCT", "12,=10", "12,PRODUCT=-1"])
    func `water that cannot be read is refused`(water: String) throws {
        let text =
            OutletValue.columnsWithWater.joined(separator: ",")
            + "\nA,GB 4287-2012,table-2-direct,,,w01018,day,70,mg/L,,,,\(water)"
        let record = try #require(try OutletValue.records(of: Array(text.utf8)).first)
        #expect(throws: RuleTableDefect.self) { try OutletValue(record, on: Material.day("2026-11-01")) }
    }

    @Test func `a default says that it is one`() throws {
        let assessment = OutletAssessment(
            limits: try Material.limits(),
            standards: try IndustryStandards(json: Material.bytes("industry-standards.json")))
        let value = try #require(
            try Self.values("A,,,1713,direct,w01018,day,80,mg/L,,,", on: "2026-11-01").first)
        #expect(assessment.assess(value).steps.first == IndustryStandards.notice)
    }

    @Test func `doubtful days and what to beware of stand in the steps`() throws {
        let assessment = OutletAssessment(
            limits: try Material.limits(),
            standards: try IndustryStandards(json: Material.bytes("industry-standards.json")))
        let value = try #require(
            try Self.values("A,GB 18485-2014,table-4,,,a21026,hour,120,mg/m3,,,", on: "2026-11-01").first)
        #expect(
            assessment.assess(value).steps.map(\.zh) == [
                "GB 18485-2014 表4 生活垃圾焚烧炉（现有炉自2016年起）", "适用日期：凭记忆，未核对原文",
                "依据 GB 18485-2014 表4（已核对原文），全数值比较法", "120 > 100 mg/m³，超标 0.2 倍",
                "小时限值供手工监测和提示，自动监测不据以判定",
            ])
    }

    @Test(arguments: [
        ("A,,,171,direct,w01 018,day,80,mg/L,,,", "factor"), ("A,,,171,direct,w01018,week,80,mg/L,,,", "period"),
        ("A,,,171,direct,w01018,day,8e1,mg/L,,,", "value"), ("A,,,171,direct,w01018,day,80,mg/l,,,", "unit"),
        ("A,,,171,direct,w01018,day,80,mg/L,warm,,", "water_temperature"),
        ("A,,,171,direct,w01018,day,80,mg/L,,2006,", "built"),
        ("A,,,171,direct,w01018,day,80,mg/L,,,none", "detection_limit"),
        ("A,,,C17,direct,w01018,day,80,mg/L,,,", "industry"), ("A,,,171,river,w01018,day,80,mg/L,,,", "discharge"),
        ("A,GB 4287-2012,,,,w01018,day,80,mg/L,,,", "category"), ("A,,,171,direct,w01018,day,80,mg/L,,", nil),
    ])
    func `a field that cannot be read is named by line and column`(line: String, column: String?) throws {
        let defect = try #require(
            #expect(throws: RuleTableDefect.self) { try Self.values("\n" + line, on: "2026-11-01") })
        #expect(defect.line == 3 && defect.column == column)
    }
}
