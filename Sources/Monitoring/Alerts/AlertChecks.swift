import Facts
import Kernel
import Persistence

/// Alerts follow from their hours and days, the journal tells of each, and each standing one of a stack has the duty it
/// asks for.
struct AlertChecks: SelfChecking {
    let parameters: JudgingParameters
    let holes: HourHoles
    let now: Instant

    private struct Factor: Hashable {
        let outlet: OutletID
        let pollutant: PollutantCode
    }

    /// The alerts of a factor that are of one kind of means.
    private struct Means: Hashable {
        let factor: Factor
        let period: MeanPeriod
    }

    func check(_ access: any ReadAccess) throws -> [CheckReport] {
        var tally = CheckTally("alerts follow from hourly values and minutes, and the journal tells of them")
        var told: Set<EpisodeID> = []
        try Journal.forEachEntry(access) { entry in
            if let fact = try entry.fact(HourAlertRaised.self) { told.insert(fact.alert) }
        }
        var standing: [Means: Set<ComparedSpan>] = [:]
        try AlertStore.forEach(access) { alert in
            let decision = try DecisionLog.decision(alert.decision, scope: .city, in: access)
            let isDecided = decision.map { Self.rules(of: alert).contains($0.ruleCode) } ?? false
            tally.examine(
                told.remove(alert.id) != nil && isDecided
                    ? nil : "alert \(alert.id) is not what its decision and the journal say")
            guard !alert.isWithdrawn else { return }
            let factor = Factor(outlet: alert.outlet, pollutant: alert.pollutant)
            standing[Means(factor: factor, period: alert.period), default: []].insert(ComparedSpan(alert.extent))
        }
        for id in told.sorted() { tally.examine("the journal tells of alert \(id), which is not there") }
        let waiting = Set(
            try ChangedHourStore.all(access).map { Factor(outlet: $0.place.outlet, pollutant: $0.pollutant) })
        for (outlet, pollutant) in try LimitStore.places(access)
        where pollutant.isOfWater || HourHoles.concerns(pollutant) {
            let factor = Factor(outlet: outlet, pollutant: pollutant)
            let periods = pollutant.isOfWater ? [MeanPeriod.hour] : [.hour, .day]
            let known = periods.map { ($0, standing.removeValue(forKey: Means(factor: factor, period: $0)) ?? []) }
            guard !waiting.contains(factor) else { continue }
            for (period, known) in known {
                let found = Set(try self.found(outlet, pollutant, period, access).map(ComparedSpan.init))
                for span in found.symmetricDifference(known) {
                    let start = span.first.civil.minuteText
                    tally.examine("\(outlet) \(pollutant): the alert from \(start) is not what the values say")
                }
            }
            tally.examine(nil)
        }
        let unlimited = Set(standing.keys.map(\.factor))
        for factor in unlimited.sorted(by: { ($0.outlet, $0.pollutant) < ($1.outlet, $1.pollutant) }) {
            tally.examine("\(factor.outlet) \(factor.pollutant) has alerts but no limit")
        }
        try examineDuties(&tally, waiting, access)
        return [tally.report]
    }

    private static func rules(of alert: HourAlert) -> [String] {
        if alert.pollutant.isOfWater { return [WaterHourAlert.descriptor.code] }
        let byDay = [IncineratorWarning.descriptor.code]
        return alert.period == .day ? byDay : byDay + [StackHourWarning.descriptor.code]
    }

    /// Each standing alert of a stack has the one open duty of its enterprise that it asks for, no other has any.
    private func examineDuties(
        _ tally: inout CheckTally, _ waiting: Set<Factor>, _ access: any ReadAccess
    ) throws {
        var open: [String: [Duty]] = [:]
        try DutyBook.forEachDuty(access) { duty in
            guard duty.state == .open, SupplyDuty(kind: duty.kind) != nil else { return }
            open[duty.reference, default: []].append(duty)
        }
        try AlertStore.forEach(access) { alert in
            guard !alert.isWithdrawn, HourHoles.concerns(alert.pollutant) else { return }
            let duties = open.removeValue(forKey: SupplyDuty.reference(alert.id, at: alert.outlet)) ?? []
            // What waits to be looked at may ask for something else by then.
            guard !waiting.contains(Factor(outlet: alert.outlet, pollutant: alert.pollutant)) else { return }
            let limits = try LimitStore.limits(outlet: alert.outlet, pollutant: alert.pollutant, in: access)
            let wanted = try AlertDesk.duty(
                behind: alert.extent, of: alert.pollutant, at: alert.outlet, limits, in: access)
            let agrees =
                duties.map(\.kind) == [wanted?.kind].compactMap { $0 }
                && duties.allSatisfy { $0.role == .enterpriseManager && $0.enterprise == alert.enterprise }
            if !agrees { tally.examine("alert \(alert.id) has \(duties.count) duties, not what it asks for") }
        }
        for reference in open.keys.sorted() {
            tally.examine("a duty is about \(reference), which is no standing alert")
        }
    }

    private func found(
        _ outlet: OutletID, _ pollutant: PollutantCode, _ period: MeanPeriod, _ access: any ReadAccess
    ) throws -> [ExceedanceExtent] {
        let limits = try LimitStore.limits(outlet: outlet, pollutant: pollutant, in: access)
        if HourHoles.concerns(pollutant) {
            guard let looked = try HoleLookStore.hours(of: outlet, in: access) else { return [] }
            let window = looked.lowerBound...looked.upperBound
            let computed =
                period == .hour
                ? try holes.found(pollutant, of: outlet, window, in: access)
                : try DayHoles(holes: holes).found(pollutant, of: outlet, window, in: access)
            return ExceedanceSpans.find(
                in: computed.readings, limits: period == .hour ? limits.ofHours : limits, parameters: parameters,
                now: now, period: period)
        }
        let readings = try HourStore.readings(
            outlet: outlet, pollutant: pollutant, from: Instant(milliseconds: .min), to: Instant(milliseconds: .max),
            in: access)
        return ExceedanceSpans.find(
            in: readings.map(\.warning), limits: limits.asHourly, parameters: parameters, now: now)
    }
}
