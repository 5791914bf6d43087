import Facts
import Kernel
import Persistence

/// Makes and ends subscriptions.
struct NoticeDesk: Sendable {
    let journal: Journal
    let secrets: SecretBox
    let entropy: any EntropySource
    /// How many subscriptions may be open at once: each fact is looked at for each.
    static let subscriptionsMax = 50

    /// Under which identity a subscription's secret is sealed.
    static func identity(of id: SubscriptionID) -> String { "notices:\(id.text)" }

    /// Makes a subscription; its secret is told once, here, and never shown again.
    func subscribe(
        name: String, address text: String, kinds: [String], region: RegionCode?, by author: FactAuthor,
        at now: Instant, in access: any WriteAccess
    ) throws -> (id: SubscriptionID, secret: String) {
        guard let address = NoticeAddress(text) else { throw NoticeRefusal.noAddress }
        guard !kinds.isEmpty else { throw NoticeRefusal.noKind }
        if let stranger = kinds.first(where: { !OfferedKind.kinds.contains($0) }) {
            throw NoticeRefusal.unknownKind(stranger)
        }
        let open = try NoticeStore.subscriptions(access).filter { $0.endedAt == nil }
        // One form sent twice must not tell a program of everything twice.
        guard !open.contains(where: { $0.address == address }) else { throw NoticeRefusal.alreadySubscribed }
        guard open.count < Self.subscriptionsMax else { throw NoticeRefusal.tooMany }
        let id = SubscriptionID(checked: "NS" + entropy.bytes(8).hex)
        let secret = entropy.bytes(32).hex
        let subscription = NoticeSubscription(
            id: id, name: name, address: address, kinds: Set(kinds), region: region, createdAt: now, endedAt: nil)
        try NoticeStore.insert(
            subscription, sealed: try secrets.seal(Array(secret.utf8), for: Self.identity(of: id)), in: access)
        try journal.append(
            NoticeSubscribed(
                subscription: id.text, name: name, address: address.text, kinds: kinds.sorted(), region: region),
            about: FactSubject(region: region, reference: id.text), by: author, occurredAt: now, in: access)
        return (id, secret)
    }

    /// Ends a subscription; what still waits for it is dropped.
    func end(
        _ id: SubscriptionID, because reason: String, by author: FactAuthor, at now: Instant,
        in access: any WriteAccess
    ) throws {
        guard let known = try NoticeStore.subscriptions(access).first(where: { $0.id == id }) else {
            throw NoticeRefusal.unknownSubscription
        }
        guard known.endedAt == nil else { throw NoticeRefusal.alreadyEnded }
        try NoticeStore.end(id, at: now, in: access)
        try journal.append(
            NoticeSubscriptionEnded(subscription: id.text, reason: reason),
            about: FactSubject(region: known.region, reference: id.text), by: author, occurredAt: now, in: access)
    }
}
