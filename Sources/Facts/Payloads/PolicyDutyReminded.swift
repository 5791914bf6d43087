public import Kernel

/// A unit was reminded of something that it owes to a policy, some working days before its day; once for each duty.
public struct PolicyDutyReminded: Fact {
    public static let kind = "governance.duty-reminded"
    /// The duty.
    public let duty: DutyID
    /// What is to be done, for example `governance.report`.
    public let dutyKind: String
    /// What it is about, for example a month of a task.
    public let reference: String
    /// The unit that owes it.
    public let unit: String
    /// The accountable person, where one is named.
    public let person: PersonID?
    /// When its clock runs out.
    public let due: Instant

    /// A reminder.
    public init(duty: DutyID, dutyKind: String, reference: String, unit: String, person: PersonID?, due: Instant) {
        self.duty = duty
        self.dutyKind = dutyKind
        self.reference = reference
        self.unit = unit
        self.person = person
        self.due = due
    }
}
