public import Kernel

/// Who must do what until when, on which basis. A duty done is a fact; a duty missed is one too.
public struct Duty: Sendable, Equatable {
    /// Where a duty stands.
    public enum State: String, Sendable, CaseIterable {
        /// To be done.
        case open
        /// Done, in time or late.
        case done
        /// No longer asked for.
        case lifted
    }

    /// The duty.
    public let id: DutyID
    /// What is to be done, for example `supervision.answer`.
    public let kind: String
    /// What it is about, for example the case.
    public let reference: String
    /// The role that must act.
    public let role: Role
    /// The enterprise concerned; with `role` and `region` it finds the people who see the duty. Nil when it is about
    /// none, as a task of a policy is.
    public let enterprise: EnterpriseID?
    /// The region concerned; nil for the city as a whole.
    public let region: RegionCode?
    /// When the clock started.
    public let since: Instant
    /// When the clock runs out.
    public let due: Instant
    /// Where it stands.
    public let state: State
    /// When it was found missed, if it was.
    public let missedAt: Instant?
    /// When it was done or lifted; nil while it is open.
    public let settledAt: Instant?

    /// A duty.
    public init(
        id: DutyID, kind: String, reference: String, role: Role, enterprise: EnterpriseID?, region: RegionCode?,
        since: Instant, due: Instant, state: State = .open, missedAt: Instant? = nil,
        settledAt: Instant? = nil
    ) {
        self.id = id
        self.kind = kind
        self.reference = reference
        self.role = role
        self.enterprise = enterprise
        self.region = region
        self.since = since
        self.due = due
        self.state = state
        self.missedAt = missedAt
        self.settledAt = settledAt
    }
}
