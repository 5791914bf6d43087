import Facts
import Foundation
import Kernel
import Standards
import TestMaterial
import Testing

/// The real files, and the worked days of `docs/method/discharge-limits.md`.
struct DischargeLimitsTests {
    private typealias Material = JudgingMaterial

    private static func name(_ text: String) throws -> DischargeTable.Name {
        let space = try #require(text.lastIndex(of: " "), "\(text)")
        return DischargeTable.Name(
            standard: String(text[..<space]), category: String(text[text.index(after: space)...]))
    }

    @Test func `the files are read, every table has limits, and every limit knows its source`() throws {
        let limits = try Material.limits()
        #expect(limits.tables.count == 63 && limits.limits.count == 833)
        #expect(Set(limits.tables.map(\.name)).count == limits.tables.count)
        for table in limits.tables {
            #expect(limits.limits.contains { $0.table == table.name }, "\(table.name)")
            if let rest = table.rest { #expect(limits.table(rest)?.medium == table.medium, "\(table.name)") }
        }
        let oxygen = try ReferenceOxygen.all(json: Material.bytes("reference-oxygen.json")).map(\.code)
        #expect(limits.tables.compactMap(\.referenceOxygen).allSatisfy { oxygen.contains($0) })
        // What was compared with a text says where in it.
        let verified = limits.limits.filter { $0.certainty == .verified }
        #expect(verified.allSatisfy { $0.clause.zh.contains("表") || $0.clause.zh.contains("号") })
    }

    @Test func `a factor code is one of the platform and has its unit`() throws {
        let factors = try FactorTable(
            factors: Material.bytes("factors.csv"), formerCodes: Material.bytes("factors-2005.csv"),
            molarMasses: Material.bytes("molar-masses.csv"))
        for limit in try Material.limits().limits {
            guard let code = limit.factor else { continue }
            guard case .one(let found, let entry) = factors.find(code.text) else {
                Issue.record("\(code) is not one factor")
                continue
            }
            #expect(found == code && entry.unit?.code == limit.unit, "\(code)")
        }
    }

    @Test func `each row of the method page holds`() throws {
        let limits = try Material.limits()
        let rows = try RepositoryFile.table(
            "| table | day | water | built | ammonia nitrogen |", in: "docs/method/discharge-limits.md")
        #expect(rows.count == 16)
        for row in rows {
            let circumstances = LimitCircumstances(
                day: try Material.day(row[1]), waterTemperature: DecimalNumber(row[2]), built: CivilDate(row[3]))
            let findings = limits.findings(
                of: try Self.name(row[0]), for: try #require(PollutantCode("w21003")), in: circumstances)
            #expect(findings.count <= 1, "\(row)")
            let words =
                switch findings.first {
                case .one(let limit): Self.figure(limit)
                case .depends(let several): "depends: " + several.map(Self.figure).joined(separator: ", ")
                case nil: "none"
                }
            #expect(words == row[4], "\(row)")
        }
    }

    private static func figure(_ limit: DischargeLimit) -> String { limit.bound.description.replacing("≤ ", with: "") }

    @Test func `an expired table is never offered for a later day`() throws {
        let limits = try Material.limits()
        let last = try Material.day("2014-12-31")
        let expired = try Self.name("GB 4287-2012 table-1-direct")
        #expect(limits.tables(for: .water, on: last).contains { $0.name == expired })
        for later in 1...400 {
            let day = last.adding(days: Int64(later) * 30 - 29)
            #expect(!limits.tables(for: .water, on: day).contains { $0.name == expired })
            #expect(limits.limits(of: expired, on: day).isEmpty)
        }
    }

    @Test func `a limit is in force from its first day to its last, both included`() throws {
        for limit in try Material.limits().limits {
            #expect(limit.holds(on: limit.validFrom) && !limit.holds(on: limit.validFrom.adding(days: -1)))
            if let last = limit.validTo {
                #expect(limit.holds(on: last) && !limit.holds(on: last.adding(days: 1)))
            }
        }
    }

    /// Table, item, day, what is demanded, how sure.
    @Test(arguments: [
        ("GB 4287-2012 table-2-direct", "化学需氧量", "2026-11-01", "≤ 80", Certainty.verified),
        ("GB 4287-2012 table-2-direct", "六价铬", "2015-12-31", "ND", .verified),
        ("GB 4287-2012 table-2-direct", "六价铬", "2016-01-01", "≤ 0.5", .fromMemory),
        ("GB 4287-2012 table-2-indirect-dedicated-park", "化学需氧量", "2026-11-01", "≤ 500", .verified),
        ("GB 4287-2012 table-2-indirect-dedicated-park", "总锑", "2026-11-01", "≤ 0.1", .verified),
        ("GB 4287-2012 table-2-direct", "pH值", "2026-11-01", "6–9", .verified),
        ("GB 21900-2008 table-3", "总镍", "2026-11-01", "≤ 0.1", .verified),
        ("GB 18918-2002 class-1a", "化学需氧量", "2026-02-28", "≤ 50", .verified),
        ("GB 18918-2002 class-1a", "化学需氧量", "2026-03-01", "≤ 50", .fromMemory),
        ("DB33/2169-2018 new", "五日生化需氧量", "2025-01-01", "≤ 10", .verified),
        ("GB 18484-2020 table-3", "炉膛温度", "2026-11-01", "≥ 1100", .verified),
        ("环发〔2015〕164号 coal-unit", "汞及其化合物", "2026-11-01", "≤ 0.03", .fromMemory),
        ("GB 31571-2015 table-4-heater-850", "氮氧化物", "2024-07-01", "≤ 180", .fromMemory),
        ("GB 31572-2015 table-1-direct", "氨氮", "2024-06-30", "≤ 8.0", .verified),
        ("GB 8978-1996 table-4-level-3", "苯并[a]芘", "2026-11-01", "≤ 0.00003", .verified),
    ])
    func `a limit is what its standard prints`(
        table: String, item: String, day: String, bound: String, certainty: Certainty
    ) throws {
        let found = try Material.limits().limits(of: Self.name(table), on: Material.day(day))
            .filter { $0.item.zh == item }
        #expect(found.map(\.bound.description) == [bound])
        #expect(found.map(\.certainty) == [certainty])
    }

    @Test func `an incinerator's pollutant has an hourly and a daily limit beside each other`() throws {
        let findings = try Material.limits().findings(
            of: Self.name("GB 18485-2014 table-4"), for: .sulphurDioxide,
            in: LimitCircumstances(day: Material.day("2026-11-01")))
        #expect(findings.map { $0.limits[0].averaging } == [.hour, .day])
        #expect(findings.map { $0.limits[0].bound.description } == ["≤ 100", "≤ 80"])
    }

    @Test(arguments: [
        ("2013-01-01,2014-12-31,water,pH值", "2013-13-01,2014-12-31,water,pH值", "valid_from"),
        ("2013-01-01,2014-12-31,water,pH值", "2013-01-01,2012-12-31,water,pH值", "valid_to"),
        ("2013-01-01,2014-12-31,water,pH值", "2013-01-01,2014-12-31,air,pH值", "medium"),
        (",w01018,<=,100,", ",w01018,<=,-100,", "limit"), (",w01018,<=,100,", ",w01018,<,100,", "limit"),
        (",w01018,<=,100,", ",w 1018,<=,100,", "factor"), (",range,6-9,1,", ",range,9-6,1,", "limit"),
        (",100,mg/L,sample-or-day,", ",100,mg/l,sample-or-day,", "unit"),
        (",100,mg/L,sample-or-day,", ",100,mg/L,week,", "averaging"), (",outfall,", ",roof,", "point"),
        (",season 11-01..03-31,", ",season 11-31..03-31,", "condition"),
        (",GB 4287-2012 表1,", ",,", "clause_zh"), (",verified,", ",sure,", "certainty"),
        ("GB 4287-2012,table-1-direct", "GB 4287-2012,table-9-direct", "category"),
        ("BOD5,w01017,<=,25", "pH,w01001,<=,25", nil),
    ])
    func `a spoilt field is named by line and column`(text: String, spoilt: String, column: String?) throws {
        let whole = try RepositoryFile.text("share/rules/discharge-limits.csv")
        let place = try #require(whole.range(of: text), "\(text)")
        let line = whole[..<place.lowerBound].split(separator: "\n", omittingEmptySubsequences: false).count
        let broken = Array(whole.replacingCharacters(in: place, with: spoilt).utf8)
        let tables = try Material.bytes("discharge-tables.csv")
        guard let column else {
            #expect(throws: Never.self) { try DischargeLimits(tables: tables, limits: broken) }
            return
        }
        let defect = try #require(
            #expect(throws: RuleTableDefect.self) { try DischargeLimits(tables: tables, limits: broken) })
        #expect(defect.line == line && defect.column == column, "\(defect)")
    }

    @Test(arguments: [
        ("GB 18918-2002/class-1a", "GB 18918-2002/class-9", "rest"), ("GB 18918-2002/class-1a", "class-1a", "rest"),
        ("GB 18918-2002/class-1a", "DB33/2169-2018/existing", "rest"), ("表1 现有企业（2013—2014年）直接排放,", ",", "title_zh"),
        (",water,", ",sea,", "medium"),
        (",verified,", ",sure,", "dates_certainty"),
    ])
    func `a spoilt table is named, and rests lead to an end`(text: String, spoilt: String, column: String) throws {
        let whole = try RepositoryFile.text("share/rules/discharge-tables.csv")
        let broken = whole.replacing(text, with: spoilt, maxReplacements: 1)
        let limits = try Material.bytes("discharge-limits.csv")
        let defect = try #require(
            #expect(throws: RuleTableDefect.self) { try DischargeLimits(tables: Array(broken.utf8), limits: limits) })
        #expect(defect.column == column, "\(defect)")
    }

    @Test func `two lines for the same days and the same thing are a defect`() throws {
        let lines = try RepositoryFile.text("share/rules/discharge-limits.csv").split(separator: "\n")
        let twice = (lines + [lines[1]]).joined(separator: "\n")
        let defect = try #require(
            #expect(throws: RuleTableDefect.self) {
                try DischargeLimits(tables: Material.bytes("discharge-tables.csv"), limits: Array(twice.utf8))
            })
        #expect(defect.line == lines.count + 1 && defect.column == "valid_from")
    }
}
