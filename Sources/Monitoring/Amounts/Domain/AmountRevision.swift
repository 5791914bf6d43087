import Facts
import Kernel

/// Why the amount of a month was recorded again, and what stood before.
struct AmountRevision: Hashable, Sendable {
    /// The version that took its place: 2 for the first time again.
    let version: Int
    /// The decision of that version.
    let decision: DecisionID
    let change: AmountChange
    /// The amount that stood before.
    let former: RecordedAmount

    /// The fact that tells of it.
    var fact: AmountRecordedAgain {
        AmountRecordedAgain(
            outlet: former.outlet, pollutant: former.pollutant, month: former.month.text, version: version,
            lateHours: change.lateHours, changedHours: change.changedHours,
            markedHours: change.markedHours == 0 ? nil : change.markedHours, firstCame: change.firstCame,
            lastCame: change.lastCame, former: former.decision, decision: decision)
    }
}
