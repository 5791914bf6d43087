import Facts
import Kernel

/// That a unit was reminded of a duty before its day.
struct Reminder: Sendable, Equatable {
    let duty: DutyID
    let kind: String
    let reference: String
    let unit: String
    /// The accountable person, where one is named.
    let person: PersonID?
    let due: Instant
    let at: Instant

    /// What the journal tells of it.
    init(_ fact: PolicyDutyReminded, at moment: Instant) {
        self.init(
            duty: fact.duty, kind: fact.dutyKind, reference: fact.reference, unit: fact.unit, person: fact.person,
            due: fact.due, at: moment)
    }

    init(
        duty: DutyID, kind: String, reference: String, unit: String, person: PersonID?, due: Instant, at: Instant
    ) {
        self.duty = duty
        self.kind = kind
        self.reference = reference
        self.unit = unit
        self.person = person
        self.due = due
        self.at = at
    }
}
