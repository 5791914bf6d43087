import Facts
import Kernel
import Testing

@testable import Monitoring

/// Worked numbers of `docs/method/actual-amounts.md`.
struct AmountRuleTests {
    @Test(arguments: [
        ("xxxx", [], "40000/0"), ("xxxF", [], "30000/0"), ("xxxxxxxxxy-x", [], "140000/20000"),
        ("xxx-", [25_000], "55000/25000"), ("xx--", [25_000], "not the basis 2/4"), ("-xxx", [], "not filled 1"),
        ("xxxD", [], "40000/10000"), ("FFFF", [], "0/0"), ("", [], "0/0"),
    ])
    func `MON-30 hours add up, and a gap takes the greatest hour before it`(
        pattern: String, history: [Int64], expected: String
    ) throws {
        let input = try AmountMaterial.input(pattern, history: history)
        #expect(AmountMaterial.text(StackMonthAmount.decide(input).outcome) == expected)
    }

    @Test(arguments: [
        ("xxxS", [], "30000/0"), ("xxxI", [25_000], "55000/25000"), ("xxII", [25_000], "not the basis 2/4"),
        ("xxxB", [], "40000/0"), ("SSSS", [], "0/0"), ("xxxxxxxxxyIx", [], "140000/20000"),
        ("xFS-", [5], "not the basis 1/2"),
    ])
    func `MON-30 version 2 counts nothing for marked standstill, and takes marked invalid hours as gaps`(
        pattern: String, history: [Int64], expected: String
    ) throws {
        let ruling = StackMarkedMonthAmount.decide(try AmountMaterial.input(pattern, history: history))
        #expect(AmountMaterial.text(ruling.outcome) == expected)
        let isMarked = pattern.contains { "SI".contains($0) }
        #expect(ruling.steps.first?.en.hasPrefix("marked by the enterprise:") == isMarked)
        // What a device measured meanwhile is told, because it is not counted.
        #expect(ruling.steps.contains { $0.en.hasPrefix("note: in") } == pattern.contains("S"))
    }

    @Test(arguments: ["xxxx", "xxxxxxxxxy-x", "xxxF", "xx--", String(repeating: "x", count: 24)])
    func `without marks both versions come to the same, and read the same bytes`(pattern: String) throws {
        let input = try AmountMaterial.input(pattern, history: [25_000])
        #expect(StackMarkedMonthAmount.decide(input) == StackMonthAmount.decide(input))
        #expect(WaterMarkedMonthAmount.decide(input) == WaterMonthAmount.decide(input))
        #expect(String(decoding: try CanonicalJSON.bytes(of: input), as: UTF8.self).contains("stretches") == false)
    }

    @Test(arguments: [
        (String(repeating: "x", count: 12) + String(repeating: "S", count: 12), "120000000/0"),
        (String(repeating: "x", count: 18) + "IIIIII", "240000000/0"),
        (String(repeating: "x", count: 17) + "IIIIIII", "not the basis 1/1"),
    ])
    func `MON-31 version 2 heeds marks for the hours of its days`(pattern: String, expected: String) throws {
        let outcome = WaterMarkedMonthAmount.decide(try AmountMaterial.input(pattern)).outcome
        #expect(AmountMaterial.text(outcome) == expected)
    }

    @Test func `MON-30 below 75 % of the quarter nothing is filled`() throws {
        let quarter = AmountInput.Quarter(hours: 1_000, stopped: 0, invalid: 251)
        let input = try AmountMaterial.input("xxxxxxx-", history: [25_000], quarter: quarter)
        #expect(AmountMaterial.text(StackMonthAmount.decide(input).outcome) == "not filled 1")
    }

    @Test(arguments: [(10_500, 0), (10_501, 1), (9_500, 0), (9_499, 1)])
    func `an uploaded total that differs by more than five per cent is counted`(
        milligrams: Int64, differing: Int
    ) throws {
        let input = try AmountMaterial.input("xx-", history: [1], uploaded: [milligrams, nil, 5])
        let outcome = StackMonthAmount.decide(input).outcome
        #expect(outcome.comparedHours == 1 && outcome.differingHours == differing)
    }

    /// 10 mg/L times 1,000 m³ is 10 kg, ten million milligrams.
    @Test(arguments: [
        (String(repeating: "x", count: 24), [], "240000000/0"),
        (String(repeating: "x", count: 18) + "------", [], "240000000/0"),
        (String(repeating: "x", count: 12) + String(repeating: "F", count: 12), [], "120000000/0"),
        (String(repeating: "x", count: 96) + String(repeating: "-", count: 24), [300], "1200000000/240000000"),
        (String(repeating: "x", count: 17) + "-------", [], "not the basis 1/1"),
        (String(repeating: "F", count: 24), [], "0/0"),
    ])
    func `MON-31 a day with three quarters of its hours counts whole, others take the greatest day before`(
        pattern: String, history: [Int64], expected: String
    ) throws {
        let input = try AmountMaterial.input(pattern, history: history)
        #expect(AmountMaterial.text(WaterMonthAmount.decide(input).outcome) == expected)
    }

    @Test func `a decision on an amount replays from its bytes`() throws {
        let bytes = try CanonicalJSON.bytes(of: try AmountMaterial.input("xxxxxxxxxy-x", uploaded: [10_000]))
        for rule in AmountRoom.rules {
            #expect(try rule.ruling(on: bytes) == rule.ruling(on: bytes))
            #expect(try CanonicalJSON.bytes(of: CanonicalJSON.value(AmountInput.self, from: bytes)) == bytes)
        }
    }

    @Test(arguments: [
        ("2026-11", 2_026, 11, "2026-10"), ("2026-01", 2_026, 1, "2026-01"), ("2024-12", 2_024, 12, "2024-10"),
    ])
    func `a month knows its year and its quarter`(text: String, year: Int, month: Int, quarter: String) throws {
        let read = try #require(AmountMonth(text))
        #expect(read.text == text && read.year == year && read.month == month && read.quarterStart.text == quarter)
        #expect(read.next.previous == read && read.hours.upperBound == read.next.start)
    }

    @Test(arguments: ["2026-13", "2026-1", "", "2026-11-01", "abcdefg"])
    func `what is no month is none`(text: String) {
        #expect(AmountMonth(text) == nil)
    }
}
