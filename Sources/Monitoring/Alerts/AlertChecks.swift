import Facts
import Kernel
import Persistence

/// Alerts follow from their hours, the journal tells of each, and each standing one of a stack has its duty.
struct AlertChecks: SelfChecking {
    let parameters: JudgingParameters
    let holes: HourHoles
    let now: Instant

    private struct Factor: Hashable {
        let outlet: OutletID
        let pollutant: PollutantCode
    }

    func check(_ access: any ReadAccess) throws -> [CheckReport] {
        var tally = CheckTally("alerts follow from hourly values and minutes, and the journal tells of them")
        var told: Set<EpisodeID> = []
        try Journal.forEachEntry(access) { entry in
            if let fact = try entry.fact(HourAlertRaised.self) { told.insert(fact.alert) }
        }
        var standing: [Factor: Set<ComparedSpan>] = [:]
        try AlertStore.forEach(access) { alert in
            let decision = try DecisionLog.decision(alert.decision, scope: .city, in: access)
            let isDecided = decision?.ruleCode == Self.rule(of: alert.pollutant).code
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
        for (outlet, pollutant) in try LimitStore.places(access)
        where pollutant.isOfWater || HourHoles.concerns(pollutant) {
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
        try examineDuties(&tally, access)
        return [tally.report]
    }

    private static func rule(of pollutant: PollutantCode) -> RuleDescriptor {
        pollutant.isOfWater ? WaterHourAlert.descriptor : StackHourWarning.descriptor
    }

    /// Each standing alert of a stack has one open duty of its enterprise, no other has any.
    private func examineDuties(_ tally: inout CheckTally, _ access: any ReadAccess) throws {
        var open: [String: [Duty]] = [:]
        try DutyBook.forEachDuty(access) { duty in
            if duty.state == .open, duty.kind == SupplyDuty.kind { open[duty.reference, default: []].append(duty) }
        }
        try AlertStore.forEach(access) { alert in
            guard !alert.isWithdrawn, HourHoles.concerns(alert.pollutant) else { return }
            let duties = open.removeValue(forKey: SupplyDuty.reference(alert.id, at: alert.outlet)) ?? []
            let agrees =
                duties.count == 1
                && duties.allSatisfy { $0.role == .enterpriseManager && $0.enterprise == alert.enterprise }
            if !agrees { tally.examine("alert \(alert.id) has \(duties.count) duties, not one of its enterprise") }
        }
        for reference in open.keys.sorted() {
            tally.examine("a duty is about \(reference), which is no standing alert")
        }
    }

    private func found(
        _ outlet: OutletID, _ pollutant: PollutantCode, _ access: any ReadAccess
    ) throws -> [ExceedanceExtent] {
        let limits = try LimitStore.limits(outlet: outlet, pollutant: pollutant, in: access)
        if HourHoles.concerns(pollutant) {
            guard let looked = try HoleLookStore.hours(of: outlet, in: access) else { return [] }
            let computed = try holes.found(pollutant, of: outlet, looked.lowerBound...looked.upperBound, in: access)
            return ExceedanceSpans.find(in: computed.readings, limits: limits, parameters: parameters, now: now)
        }
        let readings = try HourStore.readings(
            outlet: outlet, pollutant: pollutant, from: Instant(milliseconds: .min), to: Instant(milliseconds: .max),
            in: access)
        return ExceedanceSpans.find(in: readings, limits: limits.asHourly, parameters: parameters, now: now)
    }
}
