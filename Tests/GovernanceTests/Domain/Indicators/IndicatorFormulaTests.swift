import Foundation
import Kernel
import Testing

@testable import Governance

struct IndicatorFormulaTests {
    private static let values: [String: Int] = ["A": 7, "B_2": 2, "ZERO": 0]

    @Test(
        arguments: [
            ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("A / B_2", "3.5"), ("-A + 10", "3"), ("10 / 4 / 5", "0.5"),
            ("8 - 3 - 2", "3"), ("1 / 3", "0.3333333333"), ("1 / -4", "-0.25"), ("min(A, 5, B_2)", "2"),
            ("max(A, 5)", "7"), ("before(A)", "70"), ("max(A / goal(A), B_2 / goal(B_2))", "7"),
            ("(A / before(A) - 1) * 100", "-90"), ("0.1 + 0.2", "0.3"),
            ("A / ZERO", nil), ("A + MISSING", nil), ("min(A, MISSING)", nil),
        ] as [(String, String?)])
    func `a formula comes to its value, or to nothing when something is missing`(text: String, result: String?) throws {
        let value = try IndicatorFormula(text).value { reading in
            let known = Self.values[reading.code.text].map { DecimalNumber($0) }
            if case .goal = reading { return DecimalNumber(1) }
            if case .yearBefore = reading { return known.map { DecimalNumber($0.value * 10) } }
            return known
        }
        #expect(value?.description == result)
    }

    private static let wrong: [(String, IndicatorFormulaRefusal)] = [
        ("", .unexpected(at: 0)), ("1 +", .unexpected(at: 3)), ("(1", .unexpected(at: 2)),
        ("1 2", .unexpected(at: 2)), ("A; B", .unexpected(at: 1)), ("exit(1)", .unknownWord("exit")),
        ("before(1)", .unexpected(at: 7)), ("goal(1)", .unexpected(at: 5)), ("1.2.3", .unexpected(at: 0)),
        ("1e5", .unexpected(at: 1)),
        (repeated(" ", 301), .tooLong), (repeated("(", 17) + "1" + repeated(")", 17), .tooDeep),
        (repeated("-", 17) + "1", .tooDeep), (repeated("1+", 40) + "1", .tooManyParts),
    ]

    private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    @Test(arguments: wrong)
    func `what is no formula is refused`(text: String, refusal: IndicatorFormulaRefusal) {
        #expect(throws: refusal) { try IndicatorFormula(text) }
    }

    @Test func `a formula may be as deep and as long as its bounds`() throws {
        let deep = String(repeating: "(", count: 15) + "1" + String(repeating: ")", count: 15)
        #expect(try IndicatorFormula(deep).value { _ in nil } == DecimalNumber(1))
        let long = String(repeating: "1+", count: 31) + "1"
        #expect(try IndicatorFormula(long).value { _ in nil } == DecimalNumber(32))
    }
}
