import Facts
import Kernel

/// A state episode of an outlet, and how far its course is.
struct StateEpisode: Hashable, Sendable {
    let id: StateEpisodeID
    let kind: StateKind
    let outlet: OutletID
    /// As decided last; the last known one when it was withdrawn.
    let extent: StateExtent
    /// The newest decision.
    let decision: DecisionID
    let foundAt: Instant
    let stage: StateStage
    /// When the clock of the stage began; nil for a stage without a duty.
    let since: Instant?
    /// When it runs out.
    let due: Instant?
    /// When the course was handed to the branch, if it was.
    let escalatedAt: Instant?
    let mergedInto: StateEpisodeID?
    let enterprise: EnterpriseID
    let region: RegionCode
    let steps: [StateStep]

    var isWithdrawn: Bool { stage == .withdrawn }
    var place: JudgedPlace { JudgedPlace(outlet: outlet, enterprise: enterprise, region: region) }

    /// The same at another stage.
    func at(_ stage: StateStage, since: Instant?, due: Instant?, escalatedAt: Instant?) -> StateEpisode {
        StateEpisode(
            id: id, kind: kind, outlet: outlet, extent: extent, decision: decision, foundAt: foundAt, stage: stage,
            since: since, due: due, escalatedAt: escalatedAt, mergedInto: mergedInto, enterprise: enterprise,
            region: region, steps: steps)
    }

    /// The same with another extent.
    func reaching(_ extent: StateExtent, by decision: DecisionID) -> StateEpisode {
        StateEpisode(
            id: id, kind: kind, outlet: outlet, extent: extent, decision: decision, foundAt: foundAt, stage: stage,
            since: since, due: due, escalatedAt: escalatedAt, mergedInto: mergedInto, enterprise: enterprise,
            region: region, steps: steps)
    }

    /// The same, withdrawn.
    func withdrawn(into heir: StateEpisodeID?, by decision: DecisionID) -> StateEpisode {
        StateEpisode(
            id: id, kind: kind, outlet: outlet, extent: extent, decision: decision, foundAt: foundAt, stage: .withdrawn,
            since: nil, due: nil, escalatedAt: escalatedAt, mergedInto: heir, enterprise: enterprise, region: region,
            steps: steps)
    }
}

/// Something that somebody handed in about a state episode.
struct StateStep: Hashable, Sendable {
    let number: Int
    let action: StateAction
    let from: StateStage
    let to: StateStage
    let form: [String: String]
    let role: Role
    let person: PersonID
    let personName: String
    let at: Instant

    /// The digest of the name and the role under which it was taken.
    var seal: Digest256 { NameSeal.of(personName, .person(person), role: role) }
}
