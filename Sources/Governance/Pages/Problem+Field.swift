import Web

extension Problem {
    /// The same refusal about a field that the reader knows by another name.
    func naming(_ name: String?) -> Problem {
        name == field ? self : Problem(status: status, rule: rule, field: name, what: what, remedy: remedy)
    }
}
