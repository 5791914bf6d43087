import HJ212
import Kernel
import Standards
import TestMaterial
import Testing

@testable import Monitoring

struct FactorInterpretationTests {
    private static let day = CivilDate(dayNumber: 20_780)
    private static let moment = Instant(startOf: day).adding(hours: 12)

    private static func mapping(
        _ number: Int64, _ sent: String, _ reading: MappedReading, from: Int64 = 0, to: Int64? = nil
    ) -> FactorMapping {
        FactorMapping(
            number: number, device: DeviceNumber(checked: "M1"), sentCode: PollutantCode(checked: sent),
            reading: reading, validFrom: day.adding(days: from), validTo: to.map { day.adding(days: $0) })
    }

    private static func factor(_ target: String, _ unit: String?, _ multiplier: DecimalNumber = "1") -> MappedReading {
        .factor(
            PollutantCode(checked: target), unit: unit.flatMap { MeasurementUnit($0) }, multiplier: multiplier)
    }

    /// `code value unit`, `code –` for a blank, or the reason why it stays raw.
    private static func text(_ value: FactorInterpretation.Value) -> String {
        switch value {
        case .value(let code, let number, let unit): "\(code) \(number) \(unit?.code ?? "–")"
        case .blank(let code): "\(code) –"
        case .raw(let reason): reason.rawValue
        }
    }

    @Test(
        arguments: [
            ("a21026", Suffix.avg, "35.5", "2017", "a21026 35.5 mg/m3"),
            ("A21026", .avg, "35.5", "2017", "a21026 35.5 mg/m3"),
            ("02", .avg, "35.5", "2005", "a21026 35.5 mg/m3"), ("02", .avg, "35.5", "2017", "edition-not-settled"),
            ("02", .avg, "35.5", "unknown", "edition-not-settled"), ("011", .avg, "60", "2005", "w01018 60 mg/L"),
            ("020", .avg, "0.005", "2005", "w20111 0.005 mg/L"), ("w20111", .avg, "5", "2017", "unit-not-settled"),
            ("S08", .avg, "0.01", "2005", "unit-not-settled"), ("S02", .avg, "9", "2005", "unit-not-settled"),
            ("Ld", .avg, "55", "2005", "unit-not-settled"), ("Ld", .avg, "55", "2017", "Ld 55 dB"),
            ("a34004", .rtd, "35", "2017", "unit-not-settled"), ("a05024", .rtd, "35", "2017", "unit-not-settled"),
            ("a34006", .rtd, "35", "2017", "meaning-unconfirmed"), ("e70101", .rtd, "3", "2017", "two-meanings"),
            ("O3", .rtd, "35", "2017", "unknown-code"), ("831", .rtd, "1", "2017", "unknown-code"),
            ("LAMPBLACK", .rtd, "1", "2017", "unknown-code"), ("VOC", .rtd, "1", "2005", "unknown-code"),
            ("a21026", .avg, "NF", "2017", "a21026 –"), ("a21026", .avg, "-999", "2017", "a21026 –"),
            ("a21026", .avg, "-00999.000", "2017", "a21026 –"), ("a21026", .avg, "-9999", "2017", "a21026 –"),
            ("a21026", .avg, "FF", "2017", "a21026 –"), ("a21026", .avg, "1e3", "2017", "a21026 –"),
            ("a21026", .avg, "999.99", "2017", "a21026 999.99 mg/m3"),
            ("a21026", .avg, "-0.12", "2017", "a21026 -0.12 mg/m3"),
            ("a21026", .avg, "12.345678901234567", "2017", "a21026 12.3456789012 mg/m3"),
            ("a21026", .cou, "1500", "2017", "a21026 1500 kg"), ("a34004", .cou, "1500", "2017", "unit-not-settled"),
            ("w25043", .cou, "1", "2017", "unit-not-settled"), ("a01001", .cou, "1", "2017", "unit-not-settled"),
            ("a21026", .flag, "N", "2017", "a21026 –"), ("a21026", .alarm, "1", "2005", "a21026 –"),
        ] as [(String, Suffix, String, String, String)])
    func `without a mapping a code is read as the tables settle it`(
        code: String, suffix: Suffix, text: String, dialect: String, expected: String
    ) throws {
        let interpretation = FactorInterpretation(try MonitoringStage.factorTable())
        let dialect = try #require(Dialect(rawValue: dialect))
        #expect(Self.text(interpretation.value(of: code, suffix, text, in: dialect, at: Self.moment)) == expected)
    }

    @Test(
        arguments: [
            ("O3", factor("a05024", "ug/m3"), "35", "a05024 35 ug/m3"),
            ("O3", factor("a05024", "ppb"), "50", "a05024 107.1428571429 ug/m3"),
            ("O3", factor("A05024", "mg/m3"), "0.035", "a05024 35 ug/m3"),
            ("SO2", factor("a21026", "ppm"), "10", "a21026 28.5714285714 mg/m3"),
            ("NOX", factor("a21002", "ppm"), "10", "a21002 20.5357142857 mg/m3"),
            ("831", factor("a00000", "m3/s"), "2.5", "a00000 9000 m3/h"),
            ("LL", factor("a00000", "m3/h", "10000"), "1.25", "a00000 12500 m3/h"),
            ("a21026", factor("a21026", "ug/m3"), "35000", "a21026 35 mg/m3"),
            ("e70101", factor("e70101.2", "g/L"), "0.002", "e70101.2 2 mg/L"),
            ("VOC", .setAside, "35", "set-aside"), ("VOC", .byTable, "35", "unknown-code"),
            ("a34004", .byTable, "35", "unit-not-settled"), ("SO2", factor("a21026", "ppm"), "-999", "a21026 –"),
        ] as [(String, MappedReading, String, String)])
    func `a mapping says as what a code is read, and from which unit`(
        sent: String, reading: MappedReading, text: String, expected: String
    ) throws {
        let interpretation = FactorInterpretation(
            try MonitoringStage.factorTable(), mappings: [Self.mapping(1, sent, reading)])
        let value = interpretation.value(of: sent, .avg, text, in: .hj2017, at: Self.moment)
        #expect(Self.text(value) == expected)
        guard case .factor = reading else { return }
        #expect(interpretation.value(of: sent, .cou, "1", in: .hj2017, at: Self.moment) == .raw(.unitNotSettled))
    }

    /// Of several mappings for a day the one recorded last holds, whatever their order in the list; a code is matched
    /// to the letter.
    @Test(
        arguments: [
            (-1, "O3", "unknown-code"), (0, "O3", "a05024 1000 ug/m3"), (1, "O3", "a05024 1 ug/m3"),
            (2, "O3", "a05024 1 ug/m3"), (3, "O3", "a05024 1000 ug/m3"), (5, "O3", "set-aside"),
            (0, "o3", "unknown-code"),
        ] as [(Int64, String, String)])
    func `the mapping recorded last holds on its days`(day: Int64, sent: String, expected: String) throws {
        let mappings = [
            Self.mapping(1, "O3", Self.factor("a05024", "mg/m3")),
            Self.mapping(2, "O3", Self.factor("a05024", "ug/m3"), from: 1, to: 2),
            Self.mapping(3, "O3", .setAside, from: 5),
        ]
        for order in [mappings, mappings.reversed()] {
            let interpretation = FactorInterpretation(try MonitoringStage.factorTable(), mappings: order)
            let moment = Instant(startOf: Self.day.adding(days: day))
            #expect(Self.text(interpretation.value(of: sent, .rtd, "1", in: .hj2017, at: moment)) == expected)
            let last = Instant(startOf: Self.day.adding(days: day + 1)).adding(milliseconds: -1)
            #expect(Self.text(interpretation.value(of: sent, .rtd, "1", in: .hj2017, at: last)) == expected)
        }
    }

    /// The worked readings of `docs/method/factors-and-units.md`.
    @Test func `the method page's readings come out as it says`() throws {
        let rows = try RepositoryFile.table(
            "| sent | text | edition | mapping | read as |", in: "docs/method/factors-and-units.md")
        #expect(rows.count == 23)
        for row in rows {
            let (sent, text, mapping, expected) = (row[0], row[1], row[3], row[4])
            let words = mapping.split(separator: " ").map(String.init)
            let mappings =
                words.count == 4
                ? [Self.mapping(1, sent, Self.factor(words[0], words[1], try #require(DecimalNumber(words[3]))))] : []
            let interpretation = FactorInterpretation(try MonitoringStage.factorTable(), mappings: mappings)
            let dialect = try #require(Dialect(rawValue: row[2]))
            let value = interpretation.value(of: sent, .avg, text, in: dialect, at: Self.moment)
            let said = Self.text(value).split(separator: " ", maxSplits: 1).joined(separator: " = ")
            #expect(said == expected, "\(sent) \(text)")
        }
    }
}
