import Facts
import HJ212
import Kernel
import Persistence
import Standards
import TestMaterial
import Testing

@testable import Monitoring

/// Hours whose received minutes show that they cannot have enough valid ones.
struct MinuteCaptureTests {
    /// Five-minute periods of an hour: `v` valid, `i` marked M, `n` unmarked and without a number, `.` nothing.
    private static func values(_ pattern: String, hour: Int = 0) -> [MinuteValue] {
        pattern.enumerated().compactMap { place, letter in
            guard letter != "." else { return nil }
            return MinuteValue(
                start: HourPattern.hour(hour).adding(minutes: Int64(place) * 5),
                average: letter == "n" ? nil : DecimalNumber("20"), converted: nil, mark: letter == "i" ? "M" : "N",
                frame: Digest256(of: "\(place)"))
        }
    }

    /// Frames of ten-minute periods in the same letters.
    private static func frames(_ pattern: String, hour: Int, qn: Int = 0) throws -> [Frame] {
        try pattern.enumerated().compactMap { place, letter in
            guard letter != "." else { return nil }
            let start = HourPattern.hour(hour).adding(minutes: Int64(place) * 10)
            return try WireFrame.hour(
                CivilStampText.of(start), "a21026-Avg=50,a21026-Flag=\(letter == "i" ? "M" : "N")",
                qn: "20261124\((qn * 1_000 + hour * 10 + place).padded(9))", command: 2051)
        }
    }

    private static func hour(_ number: Int, _ value: Int = 50) throws -> Frame {
        try WireFrame.hour(
            CivilStampText.of(HourPattern.hour(number)), "a21026-Avg=1.5,a21026-ZsAvg=\(value),a21026-Flag=N",
            qn: "20261123\(number.padded(9))")
    }

    @Test func `the hours of the method page are used, or not for want of valid minutes`() throws {
        let rules = try MonitoringStage.validity()
        let rows = try RepositoryFile.table(
            "| periods | received | not valid | finding |", in: "docs/method/validity-and-marks.md")
        #expect(rows.count == 9)
        for row in rows {
            let capture = MinuteCapture(
                HourPattern.hour(0), of: Self.values(row[0].replacing("`", with: "")))
            let input = MarkPattern.input(
                [HourPattern.reading(0, "50")], [], now: HourPattern.hour(50), rules: rules,
                minutes: [capture].compactMap { $0 })
            let finding: String =
                switch input.finding(HourPattern.reading(0, "50")) {
                case .usable: "usable"
                case .unused(let reason, _): reason.rawValue
                }
            let text = [capture.map { "\($0.sent)" } ?? "–", capture.map { "\($0.invalid)" } ?? "–", finding]
            #expect(text == Array(row.dropFirst()), "\(row)")
            #expect(input.episodes.isEmpty == (finding != "usable"))
        }
    }

    /// `h` exceeds and `l` complies, both with too few valid minutes; the oracle takes them for silence.
    @Test(arguments: 1...5) func `every sequence of hours gives what it gives without those of too few minutes`(
        length: Int
    ) throws {
        let rules = try MonitoringStage.validity()
        func patterns(_ length: Int) -> [[Character]] {
            length == 0 ? [[]] : patterns(length - 1).flatMap { head in "cx-hl".map { head + [$0] } }
        }
        for pattern in patterns(length) {
            func episodes(_ letters: [Character], _ minutes: [MinuteCapture]?) -> [ExceedanceExtent] {
                let readings = letters.enumerated().compactMap { hour, letter -> HourReading? in
                    letter == "-" ? nil : HourPattern.reading(hour, letter == "c" ? "20" : "50")
                }
                return MarkPattern.input(
                    readings, [], now: HourPattern.hour(30), rules: rules, minutes: minutes
                ).episodes
            }
            let held = pattern.indices.filter { "hl".contains(pattern[$0]) }.map {
                MinuteCapture(hour: HourPattern.hour($0), sent: 60, invalid: 20)
            }
            let values = pattern.map { $0 == "h" ? "x" : $0 == "l" ? "c" : $0 }
            let silent = pattern.map { "hl".contains($0) ? "-" : $0 }
            #expect(episodes(values, held) == episodes(silent, nil), "\(String(pattern))")
            #expect(episodes(values, nil) == episodes(values, []), "\(String(pattern))")
        }
    }

    @Test func `late minutes take an hour out, corrected ones bring it back, and each is told`() async throws {
        let stage = try await MonitoringStage()
        stage.clock.stand(at: HourPattern.hour(30))
        try await stage.store([try Self.hour(1)])
        #expect(HourPattern.text(try await stage.standing()) == "1–1/1")
        try await stage.store(try Self.frames("vvvvi.", hour: 1))
        #expect(HourPattern.text(try await stage.standing()) == "1–1/1", "ten minutes are too few to tell")
        #expect(try await stage.lines("COUNT(*) || '' AS line FROM decision") == ["1"])
        try await stage.store(try Self.frames(".....i", hour: 1))
        #expect(try await stage.standing() == [])
        #expect(try await stage.differences() == [])
        let page = try await stage.database.read { [room = stage.room] access in
            try room.judge.matter.validity(
                .sulphurDioxide, of: MonitoringStage.outlet, from: HourPattern.hour(0), to: HourPattern.hour(5),
                limits: HourPattern.limits, in: access)
        }
        #expect(!page.finding(HourPattern.reading(1, "50")).isUsable, "the outlet's page says the same")
        try await stage.store(try Self.frames("....v.", hour: 1, qn: 1))
        #expect(HourPattern.text(try await stage.standing()) == "1–1/1")
        #expect(try await stage.differences() == [])
        #expect(
            try await stage.lines("DISTINCT rule_code || ' ' || rule_version AS line FROM decision") == ["MON-01 5"])
    }

    @Test func `counted minutes that were touched are found by verify`() async throws {
        let stage = try await MonitoringStage()
        stage.clock.stand(at: HourPattern.hour(30))
        try await stage.store(try Self.frames("vvvvii", hour: 1) + [Self.hour(1)])
        #expect(try await stage.standing() == [])
        #expect(try await stage.differences() == [])
        let touched = try await stage.database.write {
            try $0.execute("UPDATE monitoring_minute_capture SET captures = CAST('[]' AS BLOB)")
        }
        #expect(touched > 0)
        #expect(try await !stage.differences().isEmpty)
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `hours and minutes in any order, repeated and corrected, lead to the same episodes`(
        seed: UInt64
    ) async throws {
        var chance = SeededGenerator(seed: seed)
        var frames: [Frame] = []
        for hour in 0..<5 {
            let pattern = ["vvvvvv", "vvvvii", "......", "vi..i.", "iivvvv"].randomElement(using: &chance) ?? "......"
            frames += try Self.frames(pattern, hour: hour)
            frames.append(try Self.hour(hour, [20, 50, 50].randomElement(using: &chance) ?? 50))
        }
        frames += try Self.frames("v.v.vi", hour: 2, qn: 1)
        var outcomes: Set<[ExceedanceExtent]> = []
        for turn in 0..<3 {
            let stage = try await MonitoringStage()
            stage.clock.stand(at: HourPattern.hour(30))
            let shuffled = (frames + frames.prefix(4)).shuffled(using: &chance)
            if turn == 0 {
                try await stage.store(shuffled)
            } else {
                for frame in shuffled { try await stage.store([frame]) }
            }
            outcomes.insert(try await stage.standing())
            #expect(try await stage.differences() == [], "seed \(seed), turn \(turn)")
        }
        #expect(outcomes.count == 1, "seed \(seed): \(outcomes)")
    }

    @Test func `an hour of too few minutes is none of the valid hours of an incinerator's day`() async throws {
        let stage = try await MonitoringStage()
        stage.clock.stand(at: HourPattern.hour(30))
        let fact = LimitRecorded(
            outlet: MonitoringStage.outlet, pollutant: .sulphurDioxide, limit: "30",
            validFrom: HourPattern.start.civil.date.adding(days: -60), validTo: nil, source: "示例 GB 18485",
            averaging: .day)
        try await stage.database.write { [room = stage.room] access in
            try room.recordLimit(fact, about: .city, by: .system("test"), in: access)
        }
        try await stage.store(try (0..<20).map { try Self.hour($0) })
        try await stage.store(
            [try WireFrame.hour("20261123000000", "a21026-ZsAvg=50,a21026-Flag=N", command: 2031)])
        #expect(try await stage.standing().map(\.averaging) == [.day])
        try await stage.store(try Self.frames("vvvvii", hour: 3))
        #expect(try await stage.standing() == [], "nineteen valid hours are too few")
        #expect(try await stage.differences() == [])
        #expect(
            try await stage.lines("DISTINCT rule_code || ' ' || rule_version AS line FROM decision") == ["MON-04 4"])
    }

    @Test func `minutes behind the term for marks are kept and say nothing of an hour any more`() async throws {
        let stage = try await MonitoringStage()
        stage.clock.stand(at: HourPattern.hour(36))
        try await stage.store([try Self.hour(1), try Self.hour(2)])
        try await stage.store(try Self.frames("vvvvii", hour: 2))
        #expect(HourPattern.text(try await stage.standing()) == "1–1/1", "until noon of the next day they count")
        stage.clock.stand(at: HourPattern.hour(36).adding(minutes: 1))
        try await stage.store(try Self.frames("vvvvii", hour: 1) + Self.frames("....vv", hour: 2, qn: 1))
        #expect(HourPattern.text(try await stage.standing()) == "1–1/1")
        #expect(try await stage.differences() == [])
        #expect(try await stage.lines("COUNT(*) || '' AS line FROM monitoring_packed_frame") == ["16"])
    }
}
