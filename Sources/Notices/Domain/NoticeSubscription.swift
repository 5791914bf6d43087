import Facts
import Kernel

/// A subscription's identifier.
struct SubscriptionID: Identifier {
    let text: String
    init(checked text: String) { self.text = text }
    static func accepts(_ text: String) -> Bool { isPlainCode(text, lengthMax: 32) }
}

/// Who is told of which facts, and where.
struct NoticeSubscription: Sendable, Equatable {
    let id: SubscriptionID
    let name: String
    let address: NoticeAddress
    let kinds: Set<String>
    /// Facts of this region only; nil for the whole city.
    let region: RegionCode?
    let createdAt: Instant
    let endedAt: Instant?

    /// Whether it is told of a fact.
    func concerns(_ entry: JournalEntry) -> Bool {
        kinds.contains(entry.kind) && (region == nil || entry.subject.region == region)
    }
}
