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
    }
}
