import Facts
import Kernel
import Standards
import TestMaterial
import Testing

@testable import Monitoring

/// Worked numbers of `docs/method/furnace-temperature.md`.
struct FurnaceDayTests {
    private static let method = "docs/method/furnace-temperature.md"
    private static let start = HourPattern.hour(0)
    private static let limits = [
        DatedLimit(
            limit: "850", validFrom: CivilDate(dayNumber: 20_000), validTo: nil, source: "示例 GB 18485-2014",
            demand: .atLeast, unit: "degC", averaging: .day)
    ]

    private static func value(_ minute: Int, _ value: DecimalNumber, mark: String? = "N") -> MinuteValue {
        MinuteValue(
            start: start.adding(minutes: Int64(minute)), average: value, converted: nil, mark: mark,
            frame: Digest256(of: "\(minute)"))
    }

    private static func day(_ pattern: String) -> FurnaceDay {
        let letters = Array(pattern) + [Character](repeating: "e", count: 288 - pattern.count)
        let sent = letters.enumerated().compactMap { window, letter -> MinuteValue? in
            let value: DecimalNumber? = ["x": "849.9", "c": "850", "e": "900", "m": "700"][letter]
            return value.map { Self.value(window * 5, $0) }
        }
        let marked = letters.indices.filter { letters[$0] == "m" }.map { window in
            start.adding(minutes: Int64(5 * window))..<start.adding(minutes: Int64(5 * window + 5))
        }
        return FurnaceDay(start.civil.date, uploaded: sent, minutes: [], exempt: marked)
    }

    private static func input(_ days: [FurnaceDay], now: Instant = HourPattern.hour(96)) throws
        -> LowFurnaceTemperature.Input
    {
        LowFurnaceTemperature.Input(
            outlet: MonitoringStage.outlet, pollutant: .furnaceTemperature, days: days, limits: limits,
            figures: try AmountMaterial.figures().furnace, parameters: HourPattern.parameters, now: now)
    }

    @Test func `MON-05 the worked days come out as written`() throws {
        let figures = try AmountMaterial.figures().furnace
        let rows = try RepositoryFile.table(
            "| windows | low | missing | taken out | decides | outcome |", in: Self.method)
        #expect(rows.count >= 6)
        for row in rows {
            let day = Self.day(row[0].replacing("`", with: ""))
            let counted = try #require(
                LowFurnaceTemperature.count(day, limits: Self.limits, figures: figures)?.outcome)
            let isFound = try !LowFurnaceTemperature.decide(Self.input([day])).outcome.episodes.isEmpty
            #expect(isFound == counted.isViolation, "the mean that decides and the count agree: \(row)")
            let text = [
                "\(counted.low)", "\(counted.missing)", "\(counted.exempt)",
                day.deciding(lowMax: 5)?.description ?? "–",
                counted.isViolation ? "violation" : "no violation",
            ]
            #expect(text == Array(row.dropFirst()), "\(row)")
        }
    }

    @Test(arguments: 0..<200) func `MON-05 the mean that decides says what counting says`(seed: UInt64) throws {
        var chance = SeededGenerator(seed: seed)
        let pattern = String((0..<24).map { _ in "xxce-m".randomElement(using: &chance) ?? "e" })
        let day = Self.day(pattern)
        let figures = try AmountMaterial.figures().furnace
        let counted = try #require(LowFurnaceTemperature.count(day, limits: Self.limits, figures: figures)?.outcome)
        let decided = try LowFurnaceTemperature.decide(Self.input([day])).outcome.episodes
        #expect(decided.isEmpty == !counted.isViolation, "seed \(seed)")
    }

    @Test func `minutes fill the windows that were not sent, and what does not end is cut down`() {
        let minutes =
            [849, 850, 851, 849].enumerated().map { Self.value($0, DecimalNumber($1)) }
            + [Self.value(4, "850.9")]
            + [Self.value(5, "850"), Self.value(8, "849"), Self.value(9, "851")]
            + [Self.value(10, "849.9999"), Self.value(11, "850"), Self.value(12, "850")]
            + [Self.value(15, "700", mark: "M"), Self.value(20, "700")]
        let sent = [Self.value(20, "900"), Self.value(25, "900", mark: "F")]
        let day = FurnaceDay(Self.start.civil.date, uploaded: sent, minutes: minutes, exempt: [])
        #expect(day.means.prefix(6).map { $0?.description } == ["849.98", "850", "849.9999", nil, "900", nil])
        #expect(day.deciding(lowMax: 5) == nil && !day.isEmpty)
    }

    @Test func `a day that is not over and one without a limit are not judged`() throws {
        let day = Self.day("xxxxxx")
        let early = LowFurnaceTemperature.decide(try Self.input([day], now: HourPattern.hour(20)))
        #expect(early.outcome.episodes.isEmpty)
        let unlimited = LowFurnaceTemperature.Input(
            outlet: MonitoringStage.outlet, pollutant: .furnaceTemperature, days: [day], limits: [],
            figures: try AmountMaterial.figures().furnace, parameters: HourPattern.parameters,
            now: HourPattern.hour(96))
        let ruling = LowFurnaceTemperature.decide(unlimited)
        #expect(ruling.outcome.episodes.isEmpty && ruling.steps[0].en.contains("no limit"))
        let judged = LowFurnaceTemperature.decide(try Self.input([day]))
        #expect(judged.outcome.episodes.map(\.unit) == ["degC"])
    }
}
