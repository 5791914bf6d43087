import Facts
import Kernel
import Persistence

/// Puts facts on their way to whoever subscribed to them.
struct NoticeSubscriber: JournalSubscriber {
    let subscriberName = "notices.outgoing"
    let subscribedKinds = OfferedKind.kinds

    func receive(_ entry: JournalEntry, in access: any WriteAccess) throws {
        // A subscription hears of what is recorded from its beginning on.
        for subscription in try NoticeStore.subscriptions(access)
        where subscription.endedAt == nil && subscription.createdAt <= entry.recordedAt && subscription.concerns(entry)
        {
            try NoticeStore.enqueue(entry.sequence, for: subscription.id, at: entry.recordedAt, in: access)
        }
    }
}
