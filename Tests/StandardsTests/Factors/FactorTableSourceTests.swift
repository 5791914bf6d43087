import Facts
import Foundation
import Kernel
import Standards
import TestMaterial
import Testing

/// The resource files against the tables they were made from, when those are at hand.
struct FactorTableSourceTests {
    /// The lines of a source table as fields; quoted fields may hold commas. Nil when the table is not at hand.
    private static func lines(_ name: String) throws -> [[String]]? {
        try SampleFile.lines(of: name, in: .factTables)?.dropFirst().map { line in
            var fields = [""]
            var isQuoted = false
            for character in line {
                switch character {
                case "\"": isQuoted.toggle()
                case "," where !isQuoted: fields.append("")
                default: fields[fields.count - 1].append(character)
                }
            }
            return fields
        }
    }

    /// How the sources write what the platform spells otherwise.
    private static let spellings = [
        "mg/l": "mg/L", "％": "%", "℃": "degC", "M2": "m2", "色度单位": "colour", "colour degree": "colour",
        "t/(km2 month)": "t/(km2.month)", "YYYYMMDDhhmmss": "",
    ]

    @Test func `every line of the factor table is that of its source`() throws {
        let table = try FactorTableTests.table()
        guard let source = try Self.lines("hj212_factors.csv") else { return }
        #expect(source.count == table.entries.count)
        for (line, entry) in zip(source, table.entries) {
            #expect(line[0] == entry.code)
            if entry.certainty == .standard { #expect([line[1], line[2]] == [entry.name.zh, entry.name.en]) }
            #expect(line[3] == entry.medium.rawValue, "\(entry.code)")
            #expect(Self.spellings[line[4]] ?? line[4] == entry.printedUnit?.code ?? "", "\(entry.code)")
            #expect(line[5] == entry.printedTotalUnit?.code ?? "", "\(entry.code)")
            let isOfTable = line[8].contains("App. B")
            #expect(isOfTable == (entry.certainty == .standard), "\(entry.code)")
            if entry.table != nil, entry.table != "B" { #expect(line[8].hasSuffix(entry.table ?? "")) }
            if !line[6].isEmpty {
                let former = try #require(table.former(line[6]), "\(line[6])")
                #expect(former.code.text == entry.code)
            }
            #expect(line[10].isEmpty || entry.remark != nil, "\(entry.code)")
        }
    }

    @Test func `every code of 2005 is that of its source`() throws {
        let table = try FactorTableTests.table()
        guard let source = try Self.lines("hj212_factors_2005.csv") else { return }
        #expect(source.count == 93)
        for (line, former) in zip(source, table.formerCodes) {
            #expect(line[0] == former.code && line[1] == former.name.zh)
            #expect(Self.spellings[line[3]] ?? line[3] == former.printedUnit?.code ?? "", "\(former.code)")
            #expect(line[5] == former.successor?.text ?? "", "\(former.code)")
        }
        // What the cross-reference of 2017 knows beside.
        #expect(table.formerCodes.dropFirst(source.count).allSatisfy { !$0.isUnitSettled && $0.printedUnit == nil })
    }
}
