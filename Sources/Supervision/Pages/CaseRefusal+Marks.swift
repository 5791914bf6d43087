import Kernel
import Web

extension CaseRefusal {
    /// What is to be said first of marks behind a case, in words.
    var problemOfMarks: Problem {
        switch self {
        case .marksOpen(let until):
            Problem(
                status: 409, rule: rule.rawValue, field: nil,
                what: Phrase(
                    "企业标记使超标不成立，而标记期至 \(until.termText) 未满，暂不能撤销案件",
                    "a mark took the exceedance out, and marks are open until \(until.termText): no dismissal yet"),
                remedy: Phrase(
                    "请在此之后撤销，或请企业在排放口的标记页声明无需再标记",
                    "dismiss it then, or ask the enterprise to state on the outlet's page that nothing more is marked"))
        case .marksUndecided(let numbers):
            Problem(
                status: 422, rule: rule.rawValue, field: MarkVerdict.field,
                what: Phrase(
                    "须说明如何处理本案时段的企业标记（\(Self.listed(numbers))号）",
                    "it must be said what becomes of the marks of these hours (no. \(Self.listed(numbers)))"),
                remedy: Phrase(
                    "经核查标记属实的选“维持”，不属实的在定性为真超标时选“撤销”；撤销案件须维持标记",
                    "let them stand if what was found on site bears them out, else set them aside by qualifying a true "
                        + "exceedance; a dismissal lets them stand"))
        case .dataUndecided(let first, let count):
            Problem(
                status: 422, rule: rule.rawValue, field: DataVerdict.field,
                what: Phrase(
                    "本案有 \(count) 个时段的数据被重新上传：\(first.zh) 等",
                    "\(Counted.english(count, "period")) sent again: \(first.en), …"),
                remedy: Phrase(
                    "核查后撤销案件的，须明确采信新数据并写明理由", "after a check a dismissal says that the new values are taken, and why"))
        case .notResent:
            Problem(
                status: 409, rule: rule.rawValue, field: nil,
                what: Phrase(
                    "本案没有因数据重新上传而不再成立的超标", "no exceedance of this case went because data was sent again"),
                remedy: Phrase(
                    "因企业标记不成立的请在定性时处理标记；其余请撤销案件",
                    "what a mark took out is decided with the qualification; anything else is dismissed"))
        default: Problem.notFound
        }
    }

    private static func listed(_ numbers: [Int64]) -> String {
        numbers.map { "\($0)" }.joined(separator: "、")
    }
}
