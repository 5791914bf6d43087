import Facts
import Persistence

/// Turns what Monitoring finds into cases.
struct ExceedanceSubscriber: JournalSubscriber {
    let desk: CaseDesk

    let subscriberName = "supervision.exceedances"
    let subscribedKinds: Set<String> = [ExceedanceFound.kind, ExceedanceChanged.kind, ExceedanceWithdrawn.kind]

    func receive(_ entry: JournalEntry, in access: any WriteAccess) throws {
        if let found = try entry.fact(ExceedanceFound.self) {
            try desk.open(found, entry: entry, in: access)
        } else if let changed = try entry.fact(ExceedanceChanged.self) {
            try desk.noteEvidence(
                changed.extent, mergedInto: nil, of: changed.episode, because: changed.cause, at: entry.recordedAt,
                in: access)
        } else if let withdrawn = try entry.fact(ExceedanceWithdrawn.self) {
            try desk.noteEvidence(
                nil, mergedInto: withdrawn.mergedInto, of: withdrawn.episode, because: withdrawn.cause,
                at: entry.recordedAt, in: access)
        }
    }
}
