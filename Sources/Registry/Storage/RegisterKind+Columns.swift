import Persistence

/// Where the entries of a kind stand.
extension RegisterKind {
    var table: String { "registry_\(rawValue)" }

    var key: String { "\(rawValue)_id" }

    /// The column of each field, in the order of the form.
    var columns: [(field: String, column: String)] {
        RegisterForm.fields(of: self).map { field in
            if case .entry(let kind) = field.kind { (field.name, kind.key) } else { (field.name, field.name) }
        }
    }

    /// The columns that are never NULL although their field may be empty: they were there before the others.
    private static let filled: [RegisterKind: Set<String>] = [.enterprise: ["industry", "address"]]

    /// What an empty field is in its column.
    func empty(_ column: String) -> SQLValue {
        Self.filled[self]?.contains(column) ?? false ? .text("") : .null
    }
}
