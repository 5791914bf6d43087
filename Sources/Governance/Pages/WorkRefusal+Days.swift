import Kernel
import Web

extension WorkRefusal {
    /// What is wrong with the day on which something happened.
    var problemOfDays: Problem {
        switch self {
        case .dayBefore(let last, let field):
            .dayTooEarly(last, field, Phrase("早于前一步的日期", "that day lies before the step before it"))
        case .dayBeforePolicy(let first, let field):
            .dayBeforePolicy(first, field)
        case .stageBeforePolicy(let first):
            Problem(
                status: 422, rule: "GOV-DAY", field: "day",
                what: Phrase("早于政策印发的日期", "that day lies before the policy's own"),
                remedy: Phrase(
                    "请填写 \(first) 或以后；政策印发前已施行的文件，从“印发”开始登记",
                    "give \(first) or later; a document that was in force before begins with its issue"))
        case .stageTooOld(let first):
            Problem(
                status: 422, rule: "GOV-DAY", field: "day", what: Phrase("日期过早", "that day is too far away"),
                remedy: Phrase(
                    "请填写 \(first) 或以后（政策印发前 \(ReformDocument.yearsBeforePolicy) 年，设计值）",
                    "give \(first) or later (\(ReformDocument.yearsBeforePolicy) years before it, a design value)"))
        // A day that has not come.
        default:
            .dayToCome(dayField)
        }
    }

    private var dayField: String { if case .dayToCome(let field) = self { field } else { "day" } }
}
