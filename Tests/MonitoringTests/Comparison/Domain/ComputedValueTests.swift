import Facts
import Kernel
import Standards
import TestMaterial
import Testing

@testable import Monitoring

/// Worked numbers of `docs/method/computed-values.md`.
struct ComputedValueTests {
    private static let method = "docs/method/computed-values.md"

    static func minutes(_ pattern: String, length: Int64) -> [MinuteValue] {
        pattern.enumerated().compactMap { place, letter in
            let value: DecimalNumber? = ["a": "10", "b": "20", "m": "90"][letter]
            return value.map {
                MinuteValue(
                    start: HourPattern.hour(0).adding(minutes: Int64(place) * length), average: $0, converted: nil,
                    mark: letter == "m" ? "M" : "N", frame: Digest256(of: "\(place)"))
            }
        }
    }

    @Test func `an hour from its minutes comes out as written`() throws {
        let figures = try AmountMaterial.figures().validity
        let rows = try RepositoryFile.table("| periods | minutes each | mean | valid minutes |", in: Self.method)
        #expect(rows.count >= 8)
        for row in rows {
            let minutes = Self.minutes(row[0].replacing("`", with: ""), length: try #require(Int64(row[1])))
            let hour = try #require(ComputedHour(HourPattern.hour(0), of: minutes.reversed(), figures: figures))
            let text = ComputedText(hour)
            let mean = hour.outcome == .lengthUnknown ? "unknown" : text.average ?? "–"
            #expect([mean, text.minutes.map { "\($0)" } ?? "–"] == [row[2], row[3]], "\(row)")
        }
        #expect(ComputedHour(HourPattern.hour(1), of: Self.minutes("aaa", length: 10), figures: figures) == nil)
    }

    @Test func `MON-28 differences come out as written`() throws {
        let figures = try SignFigures.shipped().computedDifference
        let rows = try RepositoryFile.table("| uploaded | computed | outcome |", in: Self.method)
        #expect(rows.count >= 9)
        for row in rows {
            let uploaded = try #require(DecimalNumber(row[0]))
            let number = try #require(DecimalNumber(row[1]))
            let computed = try #require(ComputedMean(of: [number]))
            let pair = ComputedDifference.Input.Pair(
                start: HourPattern.hour(0), uploaded: uploaded, computed: computed)
            let percent = computed.percent(from: uploaded)?.description ?? "–"
            let text = ComputedDifference.differs(pair, figures) ? "differs, \(percent) %" : "agrees"
            #expect(text == row[2], "\(row)")
        }
    }

    @Test func `the reference oxygen of a limit comes out as written`() throws {
        let furnaces = try SignStage.furnaces()
        let rows = try RepositoryFile.table("| limit from | reference oxygen |", in: Self.method)
        #expect(rows.count >= 9)
        for row in rows {
            let asTable = furnaces.reference(table: row[0], source: "示例")
            let asSource = furnaces.reference(table: nil, source: "示例 \(row[0])")
            #expect(asTable?.percent.description ?? "unknown" == row[1], "\(row)")
            #expect(asSource == asTable)
        }
    }

    private static func difference(_ uploaded: [DecimalNumber], day: (DecimalNumber, DecimalNumber)? = nil) throws
        -> ComputedDifference.Input
    {
        func pair(_ hour: Int, _ uploaded: DecimalNumber, _ computed: DecimalNumber) throws
            -> ComputedDifference.Input.Pair
        {
            ComputedDifference.Input.Pair(
                start: HourPattern.hour(hour), uploaded: uploaded,
                computed: try #require(ComputedMean(of: [computed])))
        }
        return ComputedDifference.Input(
            outlet: MonitoringStage.outlet, pollutant: .sulphurDioxide,
            hours: try uploaded.enumerated().map { try pair($0, $1, "30") },
            day: try day.map { try pair(0, $0, $1) }, framesRoot: Digest256(of: "1"),
            figures: try SignFigures.shipped().computedDifference)
    }

    @Test func `MON-28 three differing hours or one differing day are a sign, two hours are not`() throws {
        let two = ComputedDifference.decide(try Self.difference(["30", "20", "30", "20"]))
        #expect(two.outcome.sign == nil && two.steps.count == 2)
        let many = ComputedDifference.decide(try Self.difference(["20", "30", "20", "15"]))
        let three = try #require(many.outcome.sign)
        #expect(three.firstHour == HourPattern.hour(0) && three.lastHour == HourPattern.hour(3))
        #expect(three.figures == ["hours": "3", "compared": "4", "largest_percent": "-50", "day": "–"])
        let other = ComputedDifference.decide(try Self.difference(["30"], day: ("20", "30")))
        let day = try #require(other.outcome.sign)
        #expect(day.figures["day"] == "20 / 30" && day.lastHour == HourPattern.hour(23))
        let nothing = ComputedDifference.decide(try Self.difference([]))
        #expect(nothing.outcome.sign == nil)
    }

    @Test func `MON-29 three wrongly converted hours are a sign, and nothing is checked without reference oxygen`()
        throws
    {
        let furnaces = try SignStage.furnaces()
        func decide(_ converted: [DecimalNumber], table: String?) throws -> Ruling<SignOutcome> {
            ConversionDifference.decide(
                ConversionDifference.Input(
                    outlet: MonitoringStage.outlet, pollutant: .sulphurDioxide,
                    hours: converted.enumerated().map { place, value in
                        ConversionDifference.Input.Hour(
                            hour: HourPattern.hour(place), measured: "40", oxygen: place == 0 ? nil : "16",
                            converted: value)
                    },
                    reference: furnaces.reference(table: table, source: ""), framesRoot: Digest256(of: "1"),
                    conversion: try AmountMaterial.figures().conversion,
                    figures: ConvertedDifferenceFigures(
                        hoursMin: try SignFigures.shipped().convertedDifference.hoursMin)))
        }
        // 40 at 16 % oxygen are 80 at 11 %; the first hour has no oxygen.
        let table = "GB 18485-2014 table-4"
        #expect(try decide(["40", "40", "40", "80"], table: table).outcome.sign == nil)
        let sign = try #require(try decide(["40", "40", "40", "40"], table: table).outcome.sign)
        #expect(sign.firstHour == HourPattern.hour(1))
        #expect(sign.figures["own"] == "80" && sign.figures["compared"] == "3")
        let unknown = try decide(["40", "40", "40", "40"], table: nil)
        #expect(unknown.outcome.sign == nil && unknown.steps[0].en.contains("nothing checked"))
    }

    private static func hour(_ number: Int, _ value: String, mark: String? = "N") -> HourReading {
        HourReading(
            hour: HourPattern.hour(number), average: DecimalNumber(value), converted: nil, mark: mark,
            frame: Digest256(of: "\(number)"))
    }

    @Test func `a day of waste water is weighted with its flow, a stack's is not`() throws {
        let figures = try AmountMaterial.figures().validity
        let hours = (0..<24).map { Self.hour($0, $0 < 12 ? "40" : "60", mark: $0 == 23 ? "M" : "N") }
        let flows = (0..<24).map { Self.hour($0, $0 < 12 ? "100" : "300") }
        let water = ComputedDay.mean(of: MeansStage.demand, hours, flows: flows, figures: figures).outcome
        // 12 × 40 × 100 + 11 × 60 × 300 over 12 × 100 + 11 × 300.
        #expect(water.quotient?.rounded(fractionDigits: 4).description == "54.6667")
        let stack = ComputedDay.mean(of: .sulphurDioxide, hours, flows: flows, figures: figures).outcome
        #expect(stack.quotient?.rounded(fractionDigits: 4).description == "49.5652")
        let few = ComputedDay.mean(of: .sulphurDioxide, Array(hours.prefix(19)), flows: [], figures: figures)
        #expect(few.outcome == .notEnough(values: 19))
        let stopped = (0..<24).map { Self.hour($0, "40", mark: $0 < 12 ? "F" : "N") }
        #expect(ComputedDay.mean(of: MeansStage.demand, stopped, flows: [], figures: figures).outcome.quotient != nil)
    }
}
