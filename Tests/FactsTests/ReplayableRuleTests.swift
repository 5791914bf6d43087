import Facts
import Kernel
import Testing

struct ReplayableRuleTests {
    private enum Doubling: DecisionRule {
        struct Input: Codable, Equatable { let number: Int64 }
        struct Outcome: Codable, Equatable { let double: Int64 }

        static let descriptor = RuleDescriptor(
            code: "TST-01", version: 3, title: Phrase("加倍", "double"), basis: Phrase("示例", "example"),
            validFrom: CivilDate(dayNumber: 0), validTo: nil, certainty: .designValue)

        static func decide(_ input: Input) -> Ruling<Outcome> {
            Ruling(outcome: Outcome(double: input.number * 2), steps: [Phrase("×2", "times 2")])
        }
    }

    @Test func `a rule without its types rules as before`() throws {
        let rule = ReplayableRule(Doubling.self)
        #expect(rule.descriptor == Doubling.descriptor)
        let ruling = try rule.ruling(on: Array(#"{"number":21}"#.utf8))
        #expect(ruling == (try RecordedRuling(Doubling.decide(Doubling.Input(number: 21)))))
        #expect(String(decoding: ruling.outcome, as: UTF8.self) == #"{"double":42}"#)
        #expect(String(decoding: ruling.steps, as: UTF8.self) == #"[{"en":"times 2","zh":"×2"}]"#)
    }

    @Test(arguments: ["", "{}", #"{"number":"21"}"#, #"{"number":1.5}"#, #"{"number":9223372036854775808}"#])
    func `input that is none is a fault, not a ruling`(json: String) {
        #expect(throws: DecodingError.self) { try ReplayableRule(Doubling.self).ruling(on: Array(json.utf8)) }
    }
}
