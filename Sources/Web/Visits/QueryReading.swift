import Kernel

/// Holds the query of an address against what its route declares, so that no filter is passed over in silence: whoever
/// mistypes a day shall not take the list of every day for the answer.
struct QueryReading {
    /// The pairs to go on with: what is declared trimmed, what cannot be read left out.
    private(set) var pairs: [(name: String, value: String)] = []
    /// What cannot be read, in the order of the address.
    private(set) var unread: [UnreadValue] = []

    init(_ sent: [(name: String, value: String)], declared: [FormField]) {
        for (name, value) in sent {
            guard let field = declared.first(where: { $0.name == name }), !value.isEmpty else {
                pairs.append((name, value))
                continue
            }
            switch FormValidator.accept(value, in: field) {
            case .success(let value): pairs.append((name, value))
            case .failure(let problem): unread.append(UnreadValue(typed: value, problem: problem))
            }
        }
        for end in declared { refuseReversed(end, among: declared) }
    }

    /// Of a period that ends before it begins the end is left out, and said to be wrong.
    private mutating func refuseReversed(_ end: FormField, among declared: [FormField]) {
        guard let begin = declared.first(where: { $0.name == end.begin }), let typed = value(end.name),
            let last = CivilDate(typed), let first = value(begin.name).flatMap({ CivilDate($0) }), last < first
        else { return }
        pairs.removeAll { $0.name == end.name }
        unread.append(UnreadValue(typed: typed, problem: .reversed(end, begin: begin)))
    }

    private func value(_ name: String) -> String? { pairs.first { $0.name == name }?.value }
}
