import Facts
import Kernel
import TestMaterial
import Testing

@testable import Monitoring

struct ExceedanceSpansTests {
    private static let method = "docs/method/exceedance-episodes.md"

    private func find(
        _ readings: [HourReading], limits: [DatedLimit] = HourPattern.limits,
        parameters: JudgingParameters = HourPattern.parameters, now: Instant = HourPattern.hour(48)
    ) -> [ExceedanceExtent] {
        ExceedanceSpans.find(in: readings, limits: limits, parameters: parameters, now: now)
    }

    @Test func `MON-01 the worked patterns of the method come out as written`() throws {
        let rows = try RepositoryFile.table("| hours | now | episodes |", in: Self.method)
        #expect(rows.count >= 20)
        for row in rows {
            let now = HourPattern.hour(try #require(Int(row[1])))
            #expect(HourPattern.text(find(HourPattern.readings(row[0]), now: now)) == row[2], "\(row)")
        }
    }

    @Test func `MON-01 the worked multiples and levels of the method come out as written`() throws {
        let rows = try RepositoryFile.table("| value | limit | multiple | level |", in: Self.method)
        #expect(rows.count >= 9)
        for row in rows {
            let extent = try #require(
                find([HourPattern.reading(0, row[0])], limits: [HourPattern.limit(row[1])]).first)
            #expect([extent.multiple.description, extent.level.rawValue] == [row[2], row[3]], "\(row)")
        }
    }

    /// The same rule told the other way round: which neighbours belong together, and what follows the last one.
    private func reference(_ pattern: [Character], gap: Int, now: Int) -> String {
        let exceeding = pattern.indices.filter { pattern[$0] == "x" && $0 < now }
        let valid = pattern.indices.filter { ("xc".contains(pattern[$0])) && $0 < now }
        var groups: [[Int]] = []
        for hour in exceeding {
            if let last = groups.last?.last, hour - last - 1 <= gap,
                !valid.contains(where: { last < $0 && $0 < hour && pattern[$0] == "c" })
            {
                groups[groups.count - 1].append(hour)
            } else {
                groups.append([hour])
            }
        }
        let texts = groups.map { group in
            let last = group[group.count - 1]
            let isOver = valid.contains { $0 > last } || now - last - 1 > gap
            return "\(group[0])–\(last)/\(group.count)\(isOver ? "" : "+")"
        }
        return texts.isEmpty ? "none" : texts.joined(separator: ", ")
    }

    @Test(arguments: [(gap: 0, length: 5), (gap: 1, length: 5), (gap: 2, length: 7)])
    func `MON-01 every pattern agrees with the rule told the other way round`(gap: Int, length: Int) {
        let parameters = JudgingParameters(
            gapHoursMax: gap, clockLeadMinutesMax: 0, yellowFrom: "0.5", orangeFrom: "1", redAbove: "3")
        var patterns: [[Character]] = [[]]
        for _ in 1...length { patterns = patterns.flatMap { start in "xcm-".map { start + [$0] } } }
        for pattern in patterns {
            let readings = HourPattern.readings(String(pattern))
            for now in [length - 1, length + 2] {
                let found = HourPattern.text(find(readings, parameters: parameters, now: HourPattern.hour(now)))
                let expected = reference(pattern, gap: gap, now: now)
                if found != expected { Issue.record("\(String(pattern)) at \(now): \(found), not \(expected)") }
            }
        }
    }

    @Test(arguments: 1...50 as ClosedRange<UInt64>)
    func `the order of the readings changes nothing`(seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        let pattern = String((0..<30).map { _ in "xxcmn-".randomElement(using: &chance) ?? "-" })
        let readings = HourPattern.readings(pattern)
        let now = HourPattern.hour(Int.random(in: 20...40, using: &chance))
        #expect(
            find(readings.shuffled(using: &chance), now: now) == find(readings, now: now), "seed \(seed): \(pattern)")
    }

    @Test func `an hour is judged by the limit of its own day`() {
        let limits = [HourPattern.limit("35", to: 20_780), HourPattern.limit("100", from: 20_781)]
        let late = (22...25).map { HourPattern.reading($0, "50") }
        #expect(HourPattern.text(find(late, limits: limits)) == "22–23/2")
        #expect(HourPattern.text(find(late, limits: [limits[1]])) == "none")
        let tighter = [HourPattern.limit("100", to: 20_780), HourPattern.limit("35", from: 20_781)]
        #expect(HourPattern.text(find(late, limits: tighter)) == "24–25/2")
    }

    @Test func `the peak is the greatest excess over its own limit, the earliest of equals`() {
        let limits = [HourPattern.limit("35", to: 20_780), HourPattern.limit("100", from: 20_781)]
        let peaks = find([HourPattern.reading(23, "90"), HourPattern.reading(24, "150")], limits: limits)
        #expect(peaks.map(\.peak) == ["90"] && peaks.map(\.limit) == ["35"])
        let equal = find([HourPattern.reading(23, "70"), HourPattern.reading(24, "200")], limits: limits)
        #expect(equal.map(\.limit) == ["35"])
    }

    @Test(arguments: [(59 - 10, 0), (60 - 10, 1), (60, 1)])
    func `an hour waits until it is over by a clock that may lead ten minutes`(minutes: Int64, count: Int) {
        let now = HourPattern.start.adding(minutes: minutes)
        #expect(find(HourPattern.readings("x"), now: now).count == count)
    }

    @Test(arguments: [(4 * 60 - 1, false), (4 * 60, true)])
    func `silence ends an episode to the minute`(minutes: Int64, ended: Bool) {
        #expect(
            find(HourPattern.readings("x"), now: HourPattern.start.adding(minutes: minutes)).map(\.ended) == [ended])
    }

    @Test(
        arguments: [
            ([], nil), ([("35", 20_781, nil)], nil), ([("35", 20_700, 20_779)], nil), ([("35", 20_780, 20_780)], "35"),
            ([("35", 20_000, nil), ("30", 20_780, nil)], "30"), ([("30", 20_000, nil), ("50", 20_780, nil)], "50"),
            ([("50", 20_780, nil), ("35", 20_780, 20_790)], "35"), ([("35", 20_780, nil), ("50", 20_780, nil)], "35"),
        ] as [([(String, Int64, Int64?)], DecimalNumber?)])
    func `of several limits the one that began last holds, then the strictest`(
        limits: [(String, Int64, Int64?)], expected: DecimalNumber?
    ) {
        let dated = limits.map { HourPattern.limit($0.0, from: $0.1, to: $0.2) }
        #expect(dated.inForce(on: CivilDate(dayNumber: 20_780))?.limit == expected)
    }
}
