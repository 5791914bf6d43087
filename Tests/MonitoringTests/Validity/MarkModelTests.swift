import Facts
import Kernel
import TestMaterial
import Testing

@testable import Monitoring

/// Every short sequence of hours over a small alphabet, compared with an oracle that is told again from the method.
struct MarkModelTests {
    /// Whether an hour exceeds (true), complies (false) or says nothing (nil), told naively.
    private func verdicts(_ pattern: [Character]) -> [Bool?] {
        var row = 0
        return pattern.map { letter in
            row = letter == "k" ? row + 1 : 0
            switch letter {
            case "x": return true
            case "c": return false
            case "k": return row <= 2 ? nil : true
            default: return nil
            }
        }
    }

    /// The episodes, told naively: two exceeding hours belong together when no complying hour and at most two silent
    /// ones lie between them.
    private func oracle(_ pattern: [Character], now: Int) -> String {
        let verdicts = verdicts(pattern)
        var groups: [[Int]] = []
        for hour in verdicts.indices where verdicts[hour] == true {
            let last = groups.last?.last
            let between = last.map { verdicts[($0 + 1)..<hour] }
            let belongs = between.map { $0.count <= 2 && !$0.contains(false) } ?? false
            if belongs { groups[groups.count - 1].append(hour) } else { groups.append([hour]) }
        }
        let words = groups.compactMap { group -> String? in
            guard let first = group.first, let last = group.last else { return nil }
            let isFollowed = verdicts[(last + 1)...].contains { $0 != nil } || now >= last + 4
            return "\(first)–\(last)/\(group.count)\(isFollowed ? "" : "+")"
        }
        return words.isEmpty ? "none" : words.joined(separator: ", ")
    }

    private static func patterns(_ length: Int) -> [[Character]] {
        guard length > 0 else { return [[]] }
        return patterns(length - 1).flatMap { head in MarkPattern.letters.map { head + [$0] } }
    }

    @Test(arguments: 1...5) func `every sequence of hours gives what the oracle says, in whatever order it comes`(
        length: Int
    ) throws {
        let rules = try MonitoringStage.validity()
        var chance = SeededGenerator(seed: UInt64(length))
        for pattern in Self.patterns(length) {
            let readings = pattern.enumerated().compactMap { MarkPattern.reading($0, $1) }
            let now = [length, 20].randomElement(using: &chance) ?? 20
            let input = MarkPattern.input(
                readings.shuffled(using: &chance), MarkPattern.marks(pattern).shuffled(using: &chance),
                now: HourPattern.hour(now), rules: rules)
            let episodes = input.episodes
            #expect(HourPattern.text(episodes) == oracle(pattern, now: now), "\(String(pattern)) now \(now)")
            #expect(episodes.allSatisfy { $0.provisional == true }, "\(String(pattern))")
        }
    }

    @Test func `the examples of the method page`() throws {
        let rules = try MonitoringStage.validity()
        let rows = try RepositoryFile.table("| hours | episodes |", in: "docs/method/validity-and-marks.md")
        #expect(rows.count == 8)
        for row in rows {
            let pattern = Array(row[0])
            let readings = pattern.enumerated().compactMap { MarkPattern.reading($0, $1) }
            let input = MarkPattern.input(
                readings, MarkPattern.marks(pattern), now: HourPattern.hour(50), rules: rules)
            #expect(HourPattern.text(input.episodes) == row[1], "\(row[0])")
            #expect(input.episodes.allSatisfy { $0.provisional == nil })
        }
    }

    /// Values, duplicates, marks and a late limit come to a database in random order; marks keep their own order.
    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func `hours, marks and the limit in any order lead to the same episodes`(seed: UInt64) async throws {
        var chance = SeededGenerator(seed: seed)
        let length = 9
        let pattern = (0..<length).map { _ in MarkPattern.letters.randomElement(using: &chance) ?? "x" }
        var outcomes: Set<[ExceedanceExtent]> = []
        for _ in 0..<3 {
            let stage = try await MonitoringStage()
            stage.clock.stand(at: HourPattern.hour(length + 5))
            var events: [Event] = try pattern.enumerated().flatMap { number, letter -> [Event] in
                guard let reading = MarkPattern.reading(number, letter) else { return [] }
                let frame = try WireFrame.hour(
                    CivilStampText.of(HourPattern.hour(number)),
                    "a21026-ZsAvg=\(reading.converted ?? "0"),a21026-Flag=\(reading.mark ?? "N")",
                    qn: "20261123\((number * 7).padded(9))")
                return number.isMultiple(of: 3) ? [.frame(frame), .frame(frame)] : [.frame(frame)]
            }
            events += MarkPattern.marks(pattern).map { .mark($0) }
            events.append(.limit)
            for event in events.shuffled(using: &chance) { try await event.happen(on: stage) }
            outcomes.insert(try await stage.standing())
            #expect(try await stage.differences() == [], "seed \(seed), \(String(pattern))")
        }
        #expect(outcomes.count == 1, "seed \(seed), \(String(pattern)): \(outcomes)")
    }
}
