public import Facts

/// A context that acts on facts of others. It is called inside the delivery's transaction, so what it does and the
/// cursor's move become durable together; still it must recognise a fact it has seen (`factID`).
public protocol JournalSubscriber: Sendable {
    /// The name of its cursor; never changed once shipped.
    var subscriberName: String { get }
    /// The kinds of fact it acts on; others are passed over.
    var subscribedKinds: Set<String> { get }
    /// Acts on one fact.
    func receive(_ entry: JournalEntry, in access: any WriteAccess) throws
}
