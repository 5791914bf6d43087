import Facts
import Kernel

/// GOV-01, version 3: decides as version 2, and names the facts that its light rests on.
enum TracedTaskLightRule: DecisionRule {
    /// What version 2 reads, and the numbers of the facts that told it; flat, as the versions before.
    struct Input: Codable, Sendable, Equatable {
        let ground: AcceptedTaskLightRule.Input
        /// The facts of the journal that the ground was read from, the oldest first.
        let facts: [Int64]

        init(ground: AcceptedTaskLightRule.Input, facts: [Int64]) {
            (self.ground, self.facts) = (ground, facts)
        }

        init(from decoder: any Decoder) throws {
            ground = try AcceptedTaskLightRule.Input(from: decoder)
            facts = try decoder.container(keyedBy: Key.self).decode([Int64].self, forKey: .facts)
        }

        func encode(to encoder: any Encoder) throws {
            try ground.encode(to: encoder)
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(facts, forKey: .facts)
        }

        private enum Key: CodingKey { case facts }
    }

    typealias Outcome = TaskLightRule.Outcome

    static let descriptor = RuleDescriptor(
        code: TaskLightRule.descriptor.code, version: 3, title: TaskLightRule.descriptor.title,
        basis: TaskLightRule.descriptor.basis, validFrom: TaskLightRule.descriptor.validFrom, validTo: nil,
        certainty: .designValue)

    static func decide(_ input: Input) -> Ruling<Outcome> {
        let ruling = AcceptedTaskLightRule.decide(input.ground)
        let facts = input.facts.map(String.init)
        let step =
            facts.isEmpty
            ? Phrase("没有任何事实", "there is no fact")
            : Phrase(
                "依据事实 \(facts.joined(separator: "、"))", "rests on facts \(facts.joined(separator: ", "))")
        return Ruling(outcome: ruling.outcome, steps: ruling.steps + [step])
    }
}
