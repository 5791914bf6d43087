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

    /// The problem of a field.
    public func problem(of field: String) -> Problem? {
        problems.first { $0.field == field }
    }
}
