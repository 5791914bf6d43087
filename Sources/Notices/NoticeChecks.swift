import Facts
import Kernel
import Persistence

/// Each notice is about a fact of which its subscription is told, and each subscription is told of by the journal.
struct NoticeChecks: SelfChecking {
    func check(_ access: any ReadAccess) throws -> [CheckReport] {
        let subscriptions = Dictionary(
            try NoticeStore.subscriptions(access).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        var notices = CheckTally("notices are about facts of which their subscription is told")
        try NoticeStore.forEachNotice(access) { id, sequence in
            let entry = try Journal.entry(sequence, in: access)
            let isRight = entry.flatMap { entry in subscriptions[id]?.concerns(entry) } ?? false
            notices.examine(isRight ? nil : "notice \(sequence) to \(id) is about no fact of which it is told")
        }
        var told = CheckTally("subscriptions are as the journal tells")
        for subscription in subscriptions.values.sorted(by: { $0.id < $1.id }) {
            let entries = try Journal.timeline(of: subscription.id.text, scope: .city, limit: .max, in: access)
            let made = try entries.compactMap { try $0.fact(NoticeSubscribed.self) }.first
            let isEnded = try entries.contains { try $0.fact(NoticeSubscriptionEnded.self) != nil }
            let agrees =
                made?.address == subscription.address.text && made.map { Set($0.kinds) } == subscription.kinds
                && made?.region == subscription.region && isEnded == (subscription.endedAt != nil)
            told.examine(agrees ? nil : "subscription \(subscription.id) is not what the journal tells")
        }
        return [notices.report, told.report]
    }
}
