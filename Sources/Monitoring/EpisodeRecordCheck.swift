import Facts
import Kernel
import Persistence

/// Every exceedance, withdrawn ones too, is kept as it was told of last: its factor and place, how far it reaches, the
/// limit, multiple and level, and the decision that says so.
enum EpisodeRecordCheck {
    private struct Told: Equatable {
        let outlet: OutletID
        let pollutant: PollutantCode
        let enterprise: EnterpriseID?
        let region: RegionCode?
        var extent: ExceedanceExtent
        var decision: DecisionID
        var isWithdrawn = false
    }

    static func report(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("exceedances are kept as the journal tells of them")
        var told: [EpisodeID: Told] = [:]
        try Journal.forEachEntry(access) { entry in
            if let fact = try? entry.fact(ExceedanceFound.self) {
                told[fact.episode] = Told(
                    outlet: fact.outlet, pollutant: fact.pollutant, enterprise: entry.subject.enterprise,
                    region: entry.subject.region, extent: fact.extent, decision: fact.decision)
            } else if let fact = try? entry.fact(ExceedanceChanged.self) {
                told[fact.episode]?.extent = fact.extent
                told[fact.episode]?.decision = fact.decision
                told[fact.episode]?.isWithdrawn = false
            } else if let fact = try? entry.fact(ExceedanceWithdrawn.self) {
                told[fact.episode]?.decision = fact.decision
                told[fact.episode]?.isWithdrawn = true
            }
        }
        try EpisodeStore.forEach(access) { episode in
            let kept = Told(
                outlet: episode.outlet, pollutant: episode.pollutant, enterprise: episode.enterprise,
                region: episode.region, extent: episode.extent, decision: episode.decision,
                isWithdrawn: episode.isWithdrawn)
            // Only what stands and may still be marked waits for the closing of its marks.
            let waits = !episode.isWithdrawn && episode.extent.provisional ?? false
            let agrees =
                told.removeValue(forKey: episode.id) == kept && (episode.provisionalUntil != nil) == waits
            tally.examine(agrees ? nil : "exceedance \(episode.id) is not what was journalled")
        }
        for id in told.keys.sorted() { tally.examine("exceedance \(id) was journalled and is gone") }
        return tally.report
    }
}
