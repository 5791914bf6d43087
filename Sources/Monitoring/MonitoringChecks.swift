import Facts
import Kernel
import Persistence

/// What Monitoring knows must hold.
struct MonitoringChecks: SelfChecking {
    let factors: DeviceFactors
    let matter: MeanMatter
    let directory: any OutletDirectory
    let now: Instant

    func check(_ access: any ReadAccess) throws -> [CheckReport] {
        var bearing: [OutletID: Set<Instant>] = [:]
        let episodes = try episodes(&bearing, access)
        return try FrameCheck.reports(access, factors) + [
            SourceCheck.report(access, directory), episodes,
            try EpisodeRecordCheck.report(access), try FactorCheck.report(access),
            try LimitCheck.report(access),
            try AdoptionCheck.report(access), try MarkCheck.report(access, hourMax: matter.rules.markHourMax),
            try MinuteCheck.report(access, matter.counting, bearing),
        ]
    }

    /// The standing episodes are what the rule finds in the effective hours. (Whether one has ended depends on the
    /// moment, so it is not compared.)
    ///
    /// - Parameter bearing: Takes the hours whose minutes bear on them.
    private func episodes(
        _ bearing: inout [OutletID: Set<Instant>], _ access: any ReadAccess
    ) throws -> CheckReport {
        var tally = CheckTally("exceedance episodes follow from the effective hourly values")
        var standing: [Judged: Set<ComparedSpan>] = [:]
        try EpisodeStore.forEach(access) { episode in
            guard !episode.isWithdrawn, episode.pollutant != .furnaceTemperature else { return }
            let judged = Judged(outlet: episode.outlet, pollutant: episode.pollutant, period: episode.averaging)
            standing[judged, default: []].insert(ComparedSpan(episode.extent))
        }
        // What a change of limits still has to be carried into cannot agree yet.
        let waiting = Set(
            try RejudgingStore.all(access).map { rejudging in
                Judged(
                    outlet: rejudging.place.outlet, pollutant: rejudging.pollutant, period: rejudging.averaging)
            })
        for (outlet, pollutant) in try LimitStore.places(access) where pollutant != .furnaceTemperature {
            for period in MeanPeriod.allCases {
                let judged = Judged(outlet: outlet, pollutant: pollutant, period: period)
                let known = standing.removeValue(forKey: judged) ?? []
                guard !waiting.contains(judged) else { continue }
                let plain = try plain(judged, in: access)
                bearing[outlet, default: []].formUnion(matter.hours(of: plain))
                let found = try matter.counted(plain, in: access).episodes
                for span in Set(found.map(ComparedSpan.init)).symmetricDifference(known) {
                    let start = span.first.civil.minuteText
                    tally.examine("\(outlet) \(pollutant): the episode from \(start) is not what the values say")
                }
            }
            tally.examine(nil)
        }
        for judged in standing.keys.sorted(by: { ($0.outlet, $0.pollutant) < ($1.outlet, $1.pollutant) }) {
            tally.examine("\(judged.outlet) \(judged.pollutant) has episodes but no limit")
        }
        return tally.report
    }

    /// What the rules read of all effective values at once, without minutes.
    private func plain(_ judged: Judged, in access: any ReadAccess) throws -> MeanInput {
        let (outlet, pollutant, period) = (judged.outlet, judged.pollutant, judged.period)
        let readings = try HourStore.readings(
            outlet: outlet, pollutant: pollutant, from: Instant(milliseconds: .min), to: Instant(milliseconds: .max),
            period: period, in: access)
        // A value that came before its time was over is judged when the watch comes back to it.
        let waiting = try WaitingHourStore.hours(outlet: outlet, pollutant: pollutant, period: period, in: access)
        return try matter.plain(
            pollutant, of: outlet, period, readings: readings.filter { !waiting.contains($0.hour) },
            limits: try LimitStore.limits(outlet: outlet, pollutant: pollutant, in: access),
            adoptions: try AdoptionStore.adoptions(deciding: pollutant, period, in: access), now: now, cause: .value,
            in: access)
    }

    /// What is judged together.
    private struct Judged: Hashable {
        let outlet: OutletID
        let pollutant: PollutantCode
        let period: MeanPeriod
    }
}
