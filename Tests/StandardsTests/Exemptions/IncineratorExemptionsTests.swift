import Facts
import Kernel
import Standards
import TestMaterial
import Testing

struct IncineratorExemptionsTests {
    private typealias Material = JudgingMaterial
    private typealias MarkedHour = IncineratorExemptions.MarkedHour

    private static func hours(
        _ condition: IncineratorExemptions.Condition, from day: String, count: Int, gap: Int = 1,
        particulate: String? = "100"
    ) throws -> [MarkedHour] {
        let start = Instant(startOf: try Material.day(day))
        let value = try particulate.map(Material.number)
        return (0..<count).map { index in
            MarkedHour(hour: start.adding(hours: Int64(index * gap)), condition: condition, particulate: value)
        }
    }

    private static func refusals(_ hours: [MarkedHour]) throws -> [IncineratorExemptions.Refusal?] {
        IncineratorExemptions.judge(hours, figures: try Material.figures().exemptions).outcome.map(\.refusal)
    }

    @Test(arguments: [
        (IncineratorExemptions.Condition.starting, 6, 4), (.fault, 6, 4), (.accident, 6, 4), (.stopping, 6, 6),
        (.warming, 6, 6),
        (.maintenance, 6, 6),
    ])
    func `each start, fault and accident may last four hours`(
        condition: IncineratorExemptions.Condition, hours: Int, exempt: Int
    ) throws {
        let refusals = try Self.refusals(Self.hours(condition, from: "2026-03-01", count: hours))
        #expect(refusals == (0..<hours).map { $0 < exempt ? nil : .tooLongInARow })
    }

    @Test(arguments: [
        (IncineratorExemptions.Condition.starting, 6), (.fault, 4), (.accident, 4), (.stopping, 8),
    ])
    func `a start with hazardous waste may last six hours, a fault four`(
        condition: IncineratorExemptions.Condition, exempt: Int
    ) throws {
        let hours = try Self.hours(condition, from: "2026-03-01", count: 8)
        let figures = try Material.figures().hazardousExemptions
        let refusals = IncineratorExemptions.judge(hours, figures: figures).outcome.map(\.refusal)
        #expect(refusals == (0..<8).map { $0 < exempt ? nil : .tooLongInARow })
    }

    /// Condition, hours that may be used, what refuses the next one.
    @Test(arguments: [
        (IncineratorExemptions.Condition.stopping, 60, IncineratorExemptions.Refusal.yearUsedUp),
        (.fault, 60, .yearUsedUp), (.warming, 700, .yearUsedUp), (.cooling, 700, .yearUsedUp),
        (.maintenance, 30, .quarterUsedUp),
    ])
    func `the hours of a year or a quarter are used up to the last one`(
        condition: IncineratorExemptions.Condition, allowed: Int, refusal: IncineratorExemptions.Refusal
    ) throws {
        // Every second hour, so that no row grows too long.
        let refusals = try Self.refusals(Self.hours(condition, from: "2026-01-01", count: allowed + 2, gap: 2))
        #expect(refusals.dropLast(2).allSatisfy { $0 == nil })
        #expect(refusals.suffix(2) == [refusal, refusal])
    }

    @Test func `start, stop, fault and accident share one count, warming and maintenance have their own`() throws {
        let marked =
            try Self.hours(.stopping, from: "2026-01-10", count: 59)
            + Self.hours(.warming, from: "2026-02-10", count: 20)
            + Self.hours(.fault, from: "2026-03-10", count: 2)
        let refusals = try Self.refusals(marked)
        #expect(refusals.suffix(2) == [nil, .yearUsedUp])
    }

    @Test func `a new year by the clock in China begins anew`() throws {
        let marked =
            try Self.hours(.stopping, from: "2026-12-29", count: 60)
            + Self.hours(.maintenance, from: "2026-06-29", count: 31)
            + Self.hours(.maintenance, from: "2026-07-01", count: 30)
        let ruling = IncineratorExemptions.judge(marked, figures: try Material.figures().exemptions)
        let refused = ruling.outcome.filter { $0.refusal != nil }
        // The year's 60 hours are just used up; the second quarter's 31st hour is one too many.
        #expect(refused.map(\.hour.civil.minuteText) == ["2026-06-30 06:00"])
        let long = try Self.hours(.stopping, from: "2026-12-28", count: 97)
        let answers = IncineratorExemptions.judge(long, figures: try Material.figures().exemptions).outcome
        #expect(answers.filter { $0.refusal == .yearUsedUp }.map(\.hour.civil.minuteText).first == "2026-12-30 12:00")
        #expect(answers.last?.hour.civil.minuteText == "2027-01-01 00:00" && answers.last?.used.inPeriod == 1)
    }

    @Test(
        arguments: [("150", nil), ("150.1", .particulateTooHigh), (nil, .particulateMissing)]
            as [(String?, IncineratorExemptions.Refusal?)])
    func `particulate matter must stay at 150 or below`(
        particulate: String?, refusal: IncineratorExemptions.Refusal?
    ) throws {
        let refusals = try Self.refusals(Self.hours(.fault, from: "2026-03-01", count: 1, particulate: particulate))
        #expect(refusals == [refusal])
        // Without waste in the furnace nobody asks for it.
        let warming = try Self.refusals(Self.hours(.warming, from: "2026-03-01", count: 1, particulate: particulate))
        #expect(warming == [nil])
    }

    @Test func `marks in any order and twice give the same answers`() throws {
        var generator = SeededGenerator(seed: 60)
        let marked =
            try Self.hours(.fault, from: "2026-03-01", count: 9) + Self.hours(.starting, from: "2026-03-02", count: 5)
            + Self.hours(.stopping, from: "2026-03-05", count: 50)
        let figures = try Material.figures().exemptions
        let wanted = IncineratorExemptions.judge(marked, figures: figures)
        for _ in 0..<20 {
            let shuffled = (marked + marked.prefix(20)).shuffled(using: &generator)
            #expect(IncineratorExemptions.judge(shuffled, figures: figures) == wanted)
        }
    }

    @Test func `the steps tell the count and say when its limit is from memory`() throws {
        let marked = try Self.hours(.maintenance, from: "2026-03-01", count: 1)
        let steps = IncineratorExemptions.judge(marked, figures: try Material.figures().exemptions).steps
        #expect(
            steps.map(\.en) == [
                "2026-03-01 00:00: maintenance of the analysers, 1 h counted of 30 "
                    + "(from memory, not checked against the text), 1 h in a row: not judged"
            ])
    }

    @Test func `an hour between two faults parts their rows`() throws {
        let first = try Self.hours(.fault, from: "2026-03-01", count: 4)
        let second = try Self.hours(.fault, from: "2026-03-01", count: 9).suffix(4)
        #expect(try Self.refusals(first + second).allSatisfy { $0 == nil })
    }
}
