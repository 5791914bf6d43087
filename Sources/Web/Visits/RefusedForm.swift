public import Kernel

/// A form that was not accepted: what is wrong, and what was typed, so that nobody types it twice.
public struct RefusedForm: Sendable, Equatable {
    /// What is wrong, in the order of the fields; at least one.
    public let problems: [Problem]
    /// What was typed, secrets left out.
    public let typed: [String: String]

    init(problems: [Problem], typed: [String: String]) {
        precondition(!problems.isEmpty, "a refused form has at least one problem")
        self.problems = problems
        self.typed = typed
    }

    /// What is wrong as `Web/ProblemLine` shows it, for a form with a file, which is no `FormView`.
    public func told(_ language: Language) -> [[String: String]] {
        problems.map {
            ["what": $0.what.sentence(language), "remedy": $0.remedy.sentence(language), "rule": $0.rule]
        }
    }

    /// The problem of a field.
    public func problem(of field: String) -> Problem? {
        problems.first { $0.field == field }
    }
}
