import Facts
import Kernel

/// A closed-loop case: one exceedance on its way to closure.
struct SupervisionCase: Sendable, Equatable {
    let id: CaseID
    /// The running number within its year, for the document number 〔2026〕1号.
    let number: Int
    let year: Int
    let episode: EpisodeID
    let outlet: OutletID
    let enterprise: EnterpriseID
    let region: RegionCode
    let pollutant: PollutantCode
    /// What is known of the exceedance.
    let extent: ExceedanceExtent
    /// Whether the exceedance no longer stands on the effective values.
    let isWithdrawn: Bool
    /// The exceedance it has grown together with, when that is why it was withdrawn.
    var mergedInto: EpisodeID?
    let openedAt: Instant
    let state: CaseState
    /// When the clock of this state runs out; nil when closed.
    let due: Instant?
    /// The steps taken, first to last.
    let steps: [Step]

    /// Whether the outlet no longer exceeds, as far as the hours received so far say.
    var isOver: Bool { extent.ended || isWithdrawn }

    /// When it came into its present state.
    var since: Instant { steps.last?.at ?? openedAt }
}

/// A step taken in a case.
struct Step: Sendable, Equatable {
    let number: Int
    let action: CaseAction
    let from: CaseState
    let to: CaseState
    let actor: PersonID
    let actorName: String
    let role: Role
    let at: Instant
    let form: [String: String]
    /// When the clock of the new state runs out; nil when closed.
    let due: Instant?
}
