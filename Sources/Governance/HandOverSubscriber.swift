import Facts
import Kernel
import Persistence

/// Lets tasks go to somebody else when their accountable person leaves or moves.
struct HandOverSubscriber: JournalSubscriber {
    let desk: GovernanceDesk

    let subscriberName = "governance.hand-over"
    let subscribedKinds: Set<String> = [PersonLeft.kind, PersonMoved.kind]

    func receive(_ entry: JournalEntry, in access: any WriteAccess) throws {
        if let left = try entry.fact(PersonLeft.self) {
            try desk.handOver(from: left.person, to: left.successor, at: entry.recordedAt, in: access)
        } else if let moved = try entry.fact(PersonMoved.self) {
            try desk.handOver(from: moved.person, to: moved.successor, at: entry.recordedAt, in: access)
        }
    }
}
