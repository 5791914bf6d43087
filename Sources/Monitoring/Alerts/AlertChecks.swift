import Facts
import Kernel
import Persistence

/// Alerts of waste water follow from its hours, and the journal tells of each.
struct AlertChecks: SelfChecking {
    let parameters: JudgingParameters
    let now: Instant

    private struct Factor: Hashable {
        let outlet: OutletID
        let pollutant: PollutantCode
    }

    func check(_ access: any ReadAccess) throws -> [CheckReport] {
        var tally = CheckTally("alerts of waste water follow from its hourly values, and the journal tells of them")
        var told: Set<EpisodeID> = []
        try Journal.forEachEntry(access) { entry in
            if let fact = try entry.fact(HourAlertRaised.self) { told.insert(fact.alert) }
        }
        var standing: [Factor: Set<ComparedSpan>] = [:]
        try AlertStore.forEach(access) { alert in
            let decision = try DecisionLog.decision(alert.decision, scope: .city, in: access)
            let isDecided = decision?.ruleCode == WaterHourAlert.descriptor.code
            tally.examine(
                told.remove(alert.id) != nil && isDecided
                    ? nil : "alert \(alert.id) is not what its decision and the journal say")
            guard !alert.isWithdrawn else { return }
            standing[Factor(outlet: alert.outlet, pollutant: alert.pollutant), default: []].insert(
                ComparedSpan(alert.extent))
        }
        for id in told.sorted() { tally.examine("the journal tells of alert \(id), which is not there") }
        let waiting = Set(
            try ChangedHourStore.all(access).map { Factor(outlet: $0.place.outlet, pollutant: $0.pollutant) })
        for (outlet, pollutant) in try LimitStore.places(access) where pollutant.isOfWater {
            let factor = Factor(outlet: outlet, pollutant: pollutant)
            let known = standing.removeValue(forKey: factor) ?? []
            guard !waiting.contains(factor) else { continue }
            let found = Set(try self.found(outlet, pollutant, access).map(ComparedSpan.init))
            for span in found.symmetricDifference(known) {
                let start = span.first.civil.minuteText
                tally.examine("\(outlet) \(pollutant): the alert from \(start) is not what the values say")
            }
            tally.examine(nil)
        }
        for factor in standing.keys.sorted(by: { ($0.outlet, $0.pollutant) < ($1.outlet, $1.pollutant) }) {
            tally.examine("\(factor.outlet) \(factor.pollutant) has alerts but no limit")
        }
        return [tally.report]
    }

    private func found(
        _ outlet: OutletID, _ pollutant: PollutantCode, _ access: any ReadAccess
    ) throws -> [ExceedanceExtent] {
        let readings = try HourStore.readings(
            outlet: outlet, pollutant: pollutant, from: Instant(milliseconds: .min), to: Instant(milliseconds: .max),
            in: access)
        let limits = try LimitStore.limits(outlet: outlet, pollutant: pollutant, in: access)
        return ExceedanceSpans.find(in: readings, limits: limits.asHourly, parameters: parameters, now: now)
    }
}
