import Kernel

/// What is kept of a suspicion.
struct Suspicion: Hashable, Sendable {
    let id: SuspicionID
    let sign: SignKind
    let outlet: OutletID
    /// Nil when it concerns the whole device.
    let pollutant: PollutantCode?
    let firstHour: Instant
    /// The last hour it was seen in.
    let lastHour: Instant
    let foundAt: Instant
    /// When a look did not see it any more; nil while it is seen.
    let endedAt: Instant?
    /// The decision that found it, with all it read.
    let decision: DecisionID
    let enterprise: EnterpriseID
    let region: RegionCode
}
