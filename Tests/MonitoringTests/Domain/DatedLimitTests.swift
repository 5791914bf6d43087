import Facts
import Kernel
import TestMaterial
import Testing

@testable import Monitoring

struct DatedLimitTests {
    private static let method = "docs/method/exceedance-episodes.md"

    /// `≤ 50`, `≥ 850`, `6–9`, `ND 0.004`.
    private func limit(_ text: String, unit: String) throws -> DatedLimit {
        let parts = text.split(whereSeparator: { $0 == " " || $0 == "–" }).map(String.init)
        let (demand, lower): (LimitDemand?, DecimalNumber?) =
            switch parts[0] {
            case "≤": (nil, nil)
            case "≥": (.atLeast, nil)
            case "ND": (.notDetectable, nil)
            default: (.within, DecimalNumber(parts[0]))
            }
        return DatedLimit(
            limit: try #require(DecimalNumber(parts[1])), validFrom: CivilDate(dayNumber: 20_000), validTo: nil,
            source: "示例", demand: demand, lower: lower, unit: unit == "mg/m3" ? nil : unit)
    }

    @Test func `the worked demands of the method come out as written`() throws {
        let rows = try RepositoryFile.table("| demand | unit | value | outcome |", in: Self.method)
        #expect(rows.count >= 12)
        for row in rows {
            let extent = ExceedanceSpans.find(
                in: [HourPattern.reading(0, row[2])], limits: [try limit(row[0], unit: row[1])],
                parameters: HourPattern.parameters, now: HourPattern.hour(48)
            ).first
            let counts = extent?.multiple != DecimalNumber(0)
            let outcome = extent.map { "exceeds, " + (counts ? "\($0.multiple)" : "no multiple") } ?? "complies"
            #expect(outcome == row[3], "\(row)")
        }
    }

    /// The letters of `HourPattern`, one a day.
    private func days(_ pattern: String) -> [HourReading] {
        HourPattern.readings(pattern).map { reading in
            let day = reading.hour.milliseconds(since: HourPattern.start) / 3_600_000
            return HourReading(
                hour: HourPattern.start.adding(hours: 24 * day), average: reading.average,
                converted: reading.converted, mark: reading.mark, frame: reading.frame)
        }
    }

    private func found(_ pattern: String, now: Int) -> String {
        let limits = [
            DatedLimit(
                limit: "35", validFrom: CivilDate(dayNumber: 20_000), validTo: nil, source: "示例", averaging: .day)
        ]
        let extents = ExceedanceSpans.find(
            in: days(pattern).reversed(), limits: limits, parameters: HourPattern.parameters,
            now: HourPattern.hour(24 * now), period: .day)
        func number(_ moment: Instant) -> Int64 { moment.milliseconds(since: HourPattern.start) / 86_400_000 }
        let texts = extents.map { extent in
            "\(number(extent.firstHour))–\(number(extent.lastHour))/\(extent.hours)\(extent.ended ? "" : "+")"
        }
        return texts.isEmpty ? "none" : texts.joined(separator: ", ")
    }

    @Test func `the worked days of the method come out as written`() throws {
        let rows = try RepositoryFile.table("| days | now | episodes |", in: Self.method)
        #expect(rows.count >= 7)
        for row in rows {
            #expect(found(row[0], now: try #require(Int(row[1]))) == row[2], "\(row)")
        }
    }

    /// Neighbouring exceeding days told the other way round, for every pattern of five days.
    @Test func `MON-02 every pattern of days agrees with the rule told the other way round`() {
        var patterns: [String] = [""]
        for _ in 1...5 { patterns = patterns.flatMap { start in ["x", "c", "m", "-"].map { start + $0 } } }
        for pattern in patterns {
            let letters = Array(pattern)
            let starts = letters.indices.filter { letters[$0] == "x" && ($0 == 0 || letters[$0 - 1] != "x") }
            let texts = starts.map { start -> String in
                let run = letters[start...].prefix { $0 == "x" }
                return "\(start)–\(start + run.count - 1)/\(run.count)"
            }
            let expected = texts.isEmpty ? "none" : texts.joined(separator: ", ")
            let found = found(pattern, now: 9)
            if found != expected { Issue.record("\(pattern): \(found), not \(expected)") }
        }
    }

    @Test func `a limit of the day takes the hours of its days out`() {
        let limits = [
            HourPattern.limit("35"),
            DatedLimit(
                limit: "20", validFrom: CivilDate(dayNumber: 20_780), validTo: CivilDate(dayNumber: 20_780),
                source: "示例", averaging: .day),
        ]
        #expect(limits.inForce(on: CivilDate(dayNumber: 20_779))?.limit == "35")
        #expect(limits.inForce(on: CivilDate(dayNumber: 20_780)) == nil)
        #expect(limits.inForce(on: CivilDate(dayNumber: 20_780), of: .day)?.limit == "20")
        #expect(limits.inForce(on: CivilDate(dayNumber: 20_781))?.limit == "35")
    }
}
