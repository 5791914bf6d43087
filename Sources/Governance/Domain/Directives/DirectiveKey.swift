/// A directive, wherever one is named: in addresses, duties and the journal.
struct DirectiveKey: Hashable, Sendable, CustomStringConvertible {
    let kind: DirectiveKind
    let year: Int
    /// 1, 2, 3 … within the kind and year.
    let number: Int

    init(kind: DirectiveKind, year: Int, number: Int) {
        self.kind = kind
        self.year = year
        self.number = number
    }

    /// A key written `I-2026-1`; nil for anything else.
    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, let kind = DirectiveKind.allCases.first(where: { $0.letter == parts[0] }),
            let year = Int(parts[1]), (2_000...9_999).contains(year), let number = Int(parts[2]), number >= 1
        else { return nil }
        self.init(kind: kind, year: year, number: number)
        guard description == text else { return nil }
    }

    var description: String { "\(kind.letter)-\(year)-\(number)" }

    /// What duties about an item refer to: `I-2026-1.2`.
    func reference(_ item: Int) -> String { "\(description).\(item)" }

    /// The directive and the item that a duty is about; nil for other duties.
    static func item(_ reference: String) -> (key: DirectiveKey, item: Int)? {
        let parts = reference.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let key = DirectiveKey(parts[0]), let item = Int(parts[1]) else { return nil }
        return (key, item)
    }
}
