import HJ212
import TestMaterial
import Testing

struct MarkTests {
    @Test(
        arguments: [
            ("N", .hj2017, .normal, .confirmed), (" N ", .hj2025, .normal, .likely),
            ("F", .hjt2005, .stopped, .confirmed), ("F", .hj2025, .stopped, .weak),
            ("P", .hjt2005, .powerFault, .confirmed), ("P", .hj2017, nil, nil), ("B", .hjt2005, nil, nil),
            ("B", .hj2017, .linkBroken, .confirmed), ("Td", .hj2025, .conditionFault, .likely),
            ("Td", .hj2017, nil, nil), ("3", .hjt2005, .normal, .confirmed), ("3", .hj2017, nil, nil),
            ("n", .hj2017, nil, nil), ("", .hj2017, nil, nil),
        ] as [(String, Edition, DataMark.Meaning?, Certainty?)])
    func `a mark is read with its edition`(
        text: String, edition: Edition, meaning: DataMark.Meaning?, certainty: Certainty?
    ) {
        let mark = DataMark(text, in: edition)
        #expect(mark?.meaning == meaning)
        #expect(mark?.certainty == certainty)
    }

    @Test(
        arguments: [
            (.wasteWater, "N N N", true, "N"), (.wasteWater, "N M N D", false, "M"), (.wasteWater, "D", false, "D"),
            (.flueGas, "N N N D", true, "N"), (.flueGas, "N N C D", false, "D"), (.flueGas, "N N C", false, "D"),
            (.flueGas, "N N N N N C D", false, "D"), (.flueGas, "N N N N N N C D", true, "N"), (.flueGas, "", nil, nil),
            (.wasteWater, "", nil, nil),
        ] as [(AggregateMark, String, Bool?, String?)])
    func `the mark of a period follows from the marks in it`(
        rule: AggregateMark, marks: String, isNormal: Bool?, mark: String?
    ) throws {
        let inputs = try marks.split(separator: " ").map { try #require(DataMark(String($0), in: .hj2017)) }
        #expect(rule.isNormal(normalCount: inputs.count(where: \.isNormal), of: inputs.count) == isNormal)
        #expect(rule.mark(of: inputs) == mark)
    }

    @Test(arguments: 0...60)
    func `45 of 60 minutes are three quarters`(normalCount: Int) {
        #expect(AggregateMark.flueGas.isNormal(normalCount: normalCount, of: 60) == (normalCount >= 45))
        #expect(AggregateMark.wasteWater.isNormal(normalCount: normalCount, of: 60) == (normalCount == 60))
    }

    @Test(arguments: [("31", AggregateMark.flueGas), ("32", .wasteWater), ("22", nil)])
    func `the medium follows from the system code`(code: String, rule: AggregateMark?) {
        #expect(AggregateMark(systemCode: code) == rule)
    }

    @Test func `more normal inputs than inputs is a programmer error`() async {
        await #expect(processExitsWith: .failure) {
            _ = AggregateMark.flueGas.isNormal(normalCount: 2, of: 1)
        }
    }

    @Test(
        arguments: [
            ("21", .environmentQuality, .hjt2005), ("24", .environmentQuality, .hj2017),
            ("31", .pollutionSource, .hjt2005), ("44", .pollutionSource, .hj2025), ("51", .process, .hj2017),
            ("91", .interaction, .hjt2005), ("A0", .free, nil), ("80", nil, nil), ("101", nil, nil), ("1", nil, nil),
            ("3x", nil, nil),
        ] as [(String, SystemCode.Family?, Edition?)])
    func `a system code has a family and a first edition`(
        code: String, family: SystemCode.Family?, since: Edition?
    ) {
        #expect(SystemCode.family(of: code) == family)
        #expect(SystemCode.known(code)?.since == since)
        #expect(SystemCode.known(code)?.certainty(in: .hjt2005) == (since == .hjt2005 ? .confirmed : nil))
    }

    @Test func `the method page prints marks and system codes`() throws {
        let page = "docs/method/hj212-marks.md"
        let marks = try RepositoryFile.table("| mark | edition | meaning | 中文 | English | sure |", in: page)
        #expect(
            marks
                == DataMark.known.map {
                    [
                        $0.text, "\($0.edition.rawValue)", $0.meaning.rawValue, $0.chineseName, $0.englishName,
                        $0.certainty.rawValue,
                    ]
                })
        let codes = try RepositoryFile.table("| ST | 中文 | English | since | 2025 |", in: page)
        #expect(
            codes
                == SystemCode.all.map {
                    [
                        $0.code, $0.chineseName, $0.englishName, "\($0.since.rawValue)",
                        $0.certainty(in: .hj2025)?.rawValue ?? "",
                    ]
                })
    }
}
