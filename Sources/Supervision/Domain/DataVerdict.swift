import Facts
import Kernel

/// What officers say of values that were sent again: that they take them. A case that was checked is not dismissed
/// without it, and a start or stop is measured by what stands with it alone.
enum DataVerdict {
    /// The field of a form that says it.
    static let field = "data"
    /// The answer that the new values are true.
    static let accepted = "accepted"
    /// The answer that they are not: the case goes on upon those first told.
    static let refused = "refused"
    /// The field of a step that tells of the values, in Chinese; with `_en` in English.
    static let toldField = "replaced"

    /// Whether an action may say it.
    static func isSaid(by action: CaseAction) -> Bool { [.qualify, .refuseData, .dismiss].contains(action) }

    /// Whether a passage leads on only when it says so.
    static func isAsked(_ passage: ClosedLoop.Passage) -> Bool {
        passage.action == .dismiss && MarkVerdict.afterCheck.contains(passage.from)
    }

    /// Refuses a dismissal in silence.
    static func check(
        _ passage: ClosedLoop.Passage, _ replaced: [ReplacedValue], _ form: [String: String]
    ) throws(CaseRefusal) {
        guard isAsked(passage), let first = replaced.first, form[field] != accepted else { return }
        throw .dataUndecided(first: first.phrase, count: replaced.count)
    }

    /// Whether a form takes values that were sent again.
    static func isAccepted(_ form: [String: String], _ replaced: [ReplacedValue]) -> Bool {
        !replaced.isEmpty && form[field] == accepted
    }

    /// A form with the values that its step is about; what is said of none, or where nothing depends on it, is left
    /// out.
    static func naming(
        _ replaced: [ReplacedValue], in form: [String: String], of passage: ClosedLoop.Passage
    ) -> [String: String] {
        guard isSaid(by: passage.action) else { return form }
        var form = form
        let isOfCondition = passage.outcome == CaseBranch.condition.rawValue
        guard !replaced.isEmpty, passage.action != .qualify || isOfCondition && isAccepted(form, replaced) else {
            form[field] = nil
            return form
        }
        let words = replaced.map(\.citation)
        form[toldField] = words.map(\.zh).joined(separator: "；")
        form[toldField + "_en"] = words.map(\.en).joined(separator: "; ")
        return form
    }
}
