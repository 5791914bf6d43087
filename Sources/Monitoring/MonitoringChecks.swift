import Facts
import Kernel
import Persistence

/// What Monitoring knows must hold.
struct MonitoringChecks: SelfChecking {
    let factors: DeviceFactors
    let parameters: JudgingParameters
    let now: Instant

    func check(_ access: any ReadAccess) throws -> [CheckReport] {
        try FrameCheck.reports(access, factors) + [try episodes(access), try FactorCheck.report(access)]
    }

    /// The standing episodes are what the rule finds in the effective hours. (Whether one has ended depends on the
    /// moment, so it is not compared.)
    private func episodes(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("exceedance episodes follow from the effective hourly values")
        var standing: [OutletID: Set<EpisodeSpan>] = [:]
        try EpisodeStore.forEach(access) { episode in
            guard !episode.isWithdrawn else { return }
            standing[episode.outlet, default: []].insert(EpisodeSpan(episode.extent))
        }
        for outlet in try LimitStore.outlets(limiting: .sulphurDioxide, in: access) {
            let readings = try HourStore.readings(
                outlet: outlet, pollutant: .sulphurDioxide, from: Instant(milliseconds: .min),
                to: Instant(milliseconds: .max), in: access)
            let limits = try LimitStore.limits(outlet: outlet, pollutant: .sulphurDioxide, in: access)
            // An hour that was not over when its value came is judged when the watch comes back to it.
            let waiting = try WaitingHourStore.hours(outlet: outlet, pollutant: .sulphurDioxide, in: access)
            let found = ExceedanceSpans.find(
                in: readings.filter { !waiting.contains($0.hour) }, limits: limits, parameters: parameters, now: now)
            let known = standing.removeValue(forKey: outlet) ?? []
            for span in Set(found.map(EpisodeSpan.init)).symmetricDifference(known) {
                tally.examine("\(outlet): the episode from \(span.first.civil.minuteText) is not what the values say")
            }
            tally.examine(nil)
        }
        for outlet in standing.keys.sorted() { tally.examine("\(outlet) has episodes but no limit") }
        return tally.report
    }

    /// What must agree of an episode.
    private struct EpisodeSpan: Hashable {
        let first: Instant
        let last: Instant
        let hours: Int
        let peak: DecimalNumber

        init(_ extent: ExceedanceExtent) {
            (first, last, hours, peak) = (extent.firstHour, extent.lastHour, extent.hours, extent.peak)
        }
    }
}
