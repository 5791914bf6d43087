import Facts
import Kernel

/// What the city says of values that were sent again where a case is dismissed after a check: that it takes them.
/// Whoever does not goes on by another way than a dismissal.
enum DataVerdict {
    /// The field of a form that says it.
    static let field = "data"
    /// The one answer that lets a dismissal go on.
    static let accepted = "accepted"
    /// The field of a step that tells of the values, in Chinese; with `_en` in English.
    static let toldField = "replaced"

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

    /// A form with the values that its step is about; what is said of none is left out.
    static func naming(
        _ replaced: [ReplacedValue], in form: [String: String], of action: CaseAction
    ) -> [String: String] {
        guard action == .dismiss else { return form }
        var form = form
        guard !replaced.isEmpty else {
            form[field] = nil
            return form
        }
        let words = replaced.map(\.phrase)
        form[toldField] = words.map(\.zh).joined(separator: "；")
        form[toldField + "_en"] = words.map(\.en).joined(separator: "; ")
        return form
    }
}
