import Facts
import Kernel
import Standards

/// The JSON line of an assessed value. Keys stand in a fixed order.
struct AssessmentLine {
    /// The object and its line end.
    let text: String

    init(outlet: String, value: OutletValue, answer: OutletAssessment.Answer) {
        let steps = answer.steps.map { step in
            JSONText.object([("zh", JSONText.quoted(step.zh)), ("en", JSONText.quoted(step.en))])
        }
        let members = [
            ("outlet", JSONText.quoted(outlet)),
            ("factor", JSONText.quoted(value.factor.text)),
            ("rule", JSONText.quoted(LimitComparison.descriptor.code)),
            ("version", "\(LimitComparison.descriptor.version)"),
            ("result", Self.result(answer)),
            ("steps", JSONText.array(steps)),
        ]
        text = JSONText.object(members) + "\n"
    }

    private static func result(_ answer: OutletAssessment.Answer) -> String {
        let (verdict, multiple, reason) = words(answer.verdict)
        return JSONText.object([
            ("verdict", JSONText.quoted(verdict)), ("multiple", quoted(multiple)), ("reason", quoted(reason)),
            ("limit", quoted(answer.limit?.bound.description)), ("unit", quoted(answer.limit?.unit)),
            ("certainty", quoted(answer.limit?.certainty.rawValue)),
        ])
    }

    private static func words(
        _ verdict: OutletAssessment.Verdict
    ) -> (verdict: String, multiple: String?, reason: String?) {
        switch verdict {
        case .complies: ("complies", nil, nil)
        case .exceeds(let multiple): ("exceeds", multiple?.description, nil)
        case .notJudged(let reason): ("not-judged", nil, reason.rawValue)
        }
    }

    private static func quoted(_ text: String?) -> String { text.map(JSONText.quoted) ?? "null" }
}
