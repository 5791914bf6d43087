import Facts
import Foundation
import Kernel
import Standards
import TestMaterial
import Testing

struct FactorTableTests {
    private static func bytes(_ name: String) throws -> [UInt8] {
        Array(try RepositoryFile.text("share/rules/\(name).csv").utf8)
    }

    static func table() throws -> FactorTable {
        try FactorTable(
            factors: bytes("factors"), formerCodes: bytes("factors-2005"), molarMasses: bytes("molar-masses"))
    }

    /// `code unit` of what a code is read as; the meanings of a doubled one; `–` for a stranger.
    private static func found(_ text: String, in table: FactorTable) -> String {
        switch table.find(text) {
        case .one(let code, let entry):
            "\(code) \(entry.unit?.code ?? "–") \(entry.isUnitSettled ? "settled" : "ask")"
        case .several(let entries): entries.map { "\($0.meaning) \($0.unit?.code ?? "–")" }.joined(separator: ", ")
        case .none: "–"
        }
    }

    /// The traps of the tables, one by one.
    @Test(arguments: [
        ("a21026", "a21026 mg/m3 settled"), ("A21026", "a21026 mg/m3 settled"), ("a21002", "a21002 mg/m3 settled"),
        ("a21001", "a21001 mg/m3 ask"), ("a05002", "a05002 mg/m3 ask"), ("a05024", "a05024 ug/m3 ask"),
        ("a34001", "a34001 ug/m3 ask"), ("a34002", "a34002 ug/m3 ask"), ("a34004", "a34004 ug/m3 ask"),
        ("a34005", "a34005 ug/m3 ask"), ("a34013", "a34013 mg/m3 settled"), ("a20044", "a20044 ug/m3 ask"),
        ("a20043", "a20043 mg/m3 settled"), ("w20122", "w20122 mg/L settled"), ("w20138", "w20138 mg/L settled"),
        ("w20111", "w20111 mg/L ask"), ("w20117", "w20117 mg/L ask"), ("w20089", "w20089 mg/L ask"),
        ("w20116", "w20116 mg/L settled"), ("a00000", "a00000 m3/h ask"), ("w00000", "w00000 m3/h ask"),
        ("a01013", "a01013 kPa settled"), ("a01011", "a01011 m/s settled"), ("LEQ", "Leq dB settled"),
        ("I33400", "i33400 % settled"), ("i33102", "i33102 % ask"), ("a34006", "a34006 – ask"),
        ("e10101", "e10101 m3/h ask"), ("E10199", "e10199 m3/h ask"), ("e10100", "–"), ("e101xx", "e101xx m3/h ask"),
        ("e70101", "1 A, 2 mg/L"), ("e70101.2", "e70101.2 mg/L settled"), ("e70101.3", "–"), ("g11907", "1 %, 2 mg/m3"),
        ("i33312", "i33312 degC settled"), ("i33310", "–"), ("a21026.1", "–"), ("", "–"), ("02", "–"), ("011", "–"),
        ("16", "–"), ("O3", "–"), ("VOC", "–"), ("LAMPBLACK", "–"), ("831", "–"), ("a2102", "–"), ("a210266", "–"),
    ])
    func `a code is found in its canonical spelling, with the unit it may be believed in`(
        text: String, expected: String
    ) throws {
        #expect(Self.found(text, in: try Self.table()) == expected)
    }

    @Test(
        arguments: [
            ("02", "a21026 mg/m3 settled"), ("03", "a21002 mg/m3 settled"), ("01", "a34013 mg/m3 settled"),
            ("10", "a21001 mg/m3 settled"), ("020", "w20111 mg/L settled"), ("021", "w20113 mg/L settled"),
            ("022", "w20115 mg/L settled"), ("024", "w20117 mg/L settled"), ("026", "w20119 mg/L settled"),
            ("027", "w20120 mg/L settled"), ("034", "w20127 mg/L settled"), ("035", "w20128 mg/L settled"),
            ("041", "w20089 mg/L settled"), ("S02", "a01011 m3/h ask"), ("S04", "a01017 MPa ask"),
            ("S08", "a01013 MPa ask"), ("S01", "a19001 % settled"), ("B02", "a00000 – ask"), ("Ld", "Ld dB ask"),
            ("Ln", "Ln dB ask"), ("16", "16 mg/m3 settled"), ("025", "025 mg/L settled"), ("110", "w23002 – ask"),
            ("s02", nil), ("2", nil), ("a21026", nil),
        ] as [(String, String?)])
    func `a code of 2005 leads to its successor, in the unit of 2005`(text: String, expected: String?) throws {
        let found = try Self.table().former(text).map { former, code, _ in
            "\(code) \(former.printedUnit?.code ?? "–") \(former.isUnitSettled ? "settled" : "ask")"
        }
        #expect(found == expected)
    }

    @Test func `day and night of the noise levels are named as each edition prints them`() throws {
        let table = try Self.table()
        guard case .one(_, let day) = table.find("Ld"), case .one(_, let night) = table.find("Ln") else {
            Issue.record("Ld and Ln are in the table")
            return
        }
        #expect(day.name.zh.contains("昼间") && night.name.zh.contains("夜间"))
        #expect(try #require(table.former("Ld")).former.name.zh.contains("夜间"))
        #expect(try #require(table.former("Ln")).former.name.zh.contains("昼间"))
    }

    /// A unit that may be believed, and one that pages offer, converts into the platform's.
    @Test func `every printed unit that is believed leads into the platform's unit`() throws {
        let table = try Self.table()
        for entry in table.entries where entry.isUnitSettled {
            #expect(entry.certainty == .standard, "\(entry.code)")
            guard let printed = entry.printedUnit else { continue }
            let unit = try #require(entry.unit, "\(entry.code) has a printed unit")
            #expect(throws: Never.self, "\(entry.code)") { try UnitConversion.ratio(from: printed, to: unit) }
        }
        for former in table.formerCodes where former.isUnitSettled {
            let entry = try #require(table.former(former.code)).entry
            guard let printed = former.printedUnit, let unit = entry.unit else { continue }
            #expect(throws: Never.self, "\(former.code)") { try UnitConversion.ratio(from: printed, to: unit) }
        }
        #expect(table.entries.filter { $0.molarMass != nil }.count == 17)
        #expect(table.entries.allSatisfy { !$0.name.zh.isEmpty && !$0.name.en.isEmpty })
    }

    @Test(arguments: [
        ("default", ",settled,", ",perhaps,"), ("unit", ",mg/m3,mg/m3,", ",mg/m3,mg/M3,"),
        ("medium", ",water,", ",sea,"),
        ("fields", ",settled,", ",settled"), ("heading", "code,meaning", "code,sense"),
    ])
    func `a spoilt line is named`(what: String, text: String, spoilt: String) throws {
        let whole = try RepositoryFile.text("share/rules/factors.csv")
        let place = try #require(whole.range(of: text), "\(what)")
        let broken = Array(whole.replacingCharacters(in: place, with: spoilt).utf8)
        #expect(throws: RuleTableDefect.self, "\(what)") {
            try FactorTable(
                factors: broken, formerCodes: Self.bytes("factors-2005"), molarMasses: Self.bytes("molar-masses"))
        }
    }

    @Test func `every factor of water and waste gas in appendix B has a name in both languages and its unit`() throws {
        let entries = try Self.table().entries.filter { [.air, .water].contains($0.medium) && $0.edition == "2017" }
        #expect(entries.count > 150)
        for entry in entries {
            let factor = Pollutant(try #require(PollutantCode(entry.code)))
            #expect(factor.name.zh != entry.code && factor.name.en != entry.code, "\(entry.code) has no name")
            // pH has no unit that anybody writes.
            if entry.code != "w01001" { #expect(factor.unit == entry.unit?.symbol, "\(entry.code)") }
        }
        #expect(Pollutant(try #require(PollutantCode("w20121"))).symbol == "Ni")
    }
}
