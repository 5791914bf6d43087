import Facts
import Kernel
import Persistence

/// Re-judges an outlet's factor around hours that changed, inside the transaction that changed them.
struct Judge: Sendable {
    let journal: Journal
    let decisions: DecisionLog
    let parameters: JudgingParameters
    let entropy: any EntropySource

    /// Brings the episodes around `hours` in line with the effective values, and journals what changed.
    func judge(
        _ pollutant: PollutantCode, at station: Station, around hours: ClosedRange<Instant>, now: Instant,
        in access: any WriteAccess
    ) throws {
        let known = try standing(pollutant, station, near: hours, access)
        let window = window(around: hours, known)
        let near = try standing(pollutant, station, near: window, access)
        let bystanders = near.filter { episode in !known.contains(episode) }
        let readings = try HourStore.readings(
            outlet: station.outlet, pollutant: pollutant, from: window.lowerBound, to: window.upperBound, in: access)
        let limits = try LimitStore.limits(outlet: station.outlet, pollutant: pollutant, in: access)
        let found = ExceedanceSpans.find(in: readings, limits: limits, parameters: parameters, now: now)
            .filter { span in
                // At its rim the window may cut into an episode that nothing has changed; that one stays as it is.
                !bystanders.contains { span.shares($0.hours) } || span.shares(hours)
                    || known.contains { span.shares($0.hours) }
            }
        let match = EpisodeMatching.match(found: found, known: known.map { ($0.id, $0.extent) })
        let sitting = Sitting(
            pollutant: pollutant, station: station, readings: readings, limits: limits, now: now, access: access)
        for (id, extent) in match.standing {
            let before = id.flatMap { id in known.first { $0.id == id } }
            if before?.extent != extent { try stand(extent, before: before, sitting) }
        }
        for episode in known where match.withdrawn.contains(episode.id) {
            let heir = match.standing.first { $0.extent.shares(episode.hours) }
            try withdraw(episode, mergedInto: heir?.known, sitting)
        }
    }

    /// What one judging has in hand.
    private struct Sitting {
        let pollutant: PollutantCode
        let station: Station
        let readings: [HourReading]
        let limits: [DatedLimit]
        let now: Instant
        let access: any WriteAccess
    }

    /// Episodes near enough that a change in these hours could lengthen, shorten, split or join them.
    private func standing(
        _ pollutant: PollutantCode, _ station: Station, near hours: ClosedRange<Instant>, _ access: any ReadAccess
    ) throws -> [Episode] {
        try EpisodeStore.standing(
            outlet: station.outlet, pollutant: pollutant, from: hours.lowerBound.adding(hours: -reach),
            to: hours.upperBound.adding(hours: reach), in: access)
    }

    /// The window around the changed hours and the known episodes beside them holds every hour that can matter; `reach`
    /// more on each side shows what bounds them.
    private func window(around hours: ClosedRange<Instant>, _ known: [Episode]) -> ClosedRange<Instant> {
        let first = known.map(\.extent.firstHour).min().map { min($0, hours.lowerBound) } ?? hours.lowerBound
        let last = known.map(\.extent.lastHour).max().map { max($0, hours.upperBound) } ?? hours.upperBound
        return first.adding(hours: -reach)...last.adding(hours: reach)
    }

    private var reach: Int64 { Int64(parameters.gapHoursMax) + 1 }

    private func stand(_ extent: ExceedanceExtent, before: Episode?, _ sitting: Sitting) throws {
        let id = before?.id ?? EpisodeID(checked: "EX" + entropy.bytes(8).hex)
        let decision = try decide(about: id, from: extent.firstHour, to: extent.lastHour, sitting)
        try EpisodeStore.save(
            Episode(
                id: id, outlet: sitting.station.outlet, pollutant: sitting.pollutant,
                enterprise: sitting.station.enterprise, region: sitting.station.region, extent: extent,
                isWithdrawn: false, decision: decision), in: sitting.access)
        if before == nil {
            let fact = ExceedanceFound(
                episode: id, outlet: sitting.station.outlet, pollutant: sitting.pollutant, extent: extent,
                decision: decision)
            try append(fact, sitting)
        } else {
            try append(ExceedanceChanged(episode: id, extent: extent, decision: decision), sitting)
        }
    }

    private func withdraw(_ episode: Episode, mergedInto heir: EpisodeID?, _ sitting: Sitting) throws {
        let decision = try decide(
            about: episode.id, from: episode.extent.firstHour, to: episode.extent.lastHour, sitting)
        try EpisodeStore.save(
            Episode(
                id: episode.id, outlet: episode.outlet, pollutant: episode.pollutant,
                enterprise: episode.enterprise, region: episode.region, extent: episode.extent, isWithdrawn: true,
                decision: decision), in: sitting.access)
        try append(ExceedanceWithdrawn(episode: episode.id, decision: decision, mergedInto: heir), sitting)
    }

    /// The decision reads the episode's own hours and those without exceedance up to `reach` hours on each side: what
    /// bounds it, and no neighbouring episode.
    private func decide(
        about episode: EpisodeID, from first: Instant, to last: Instant, _ sitting: Sitting
    ) throws -> DecisionID {
        let range = first.adding(hours: -reach)...last.adding(hours: reach)
        let readings = sitting.readings.filter { reading in
            guard range.contains(reading.hour) else { return false }
            let judged = JudgedHour(reading, limits: sitting.limits, parameters: parameters, now: sitting.now)
            return judged.excess == nil || (first...last).contains(reading.hour)
        }
        let input = StackHourExceedance.Input(
            outlet: sitting.station.outlet, pollutant: sitting.pollutant, readings: readings,
            limits: sitting.limits, parameters: parameters, now: sitting.now)
        return try decisions.decide(
            by: StackHourExceedance.self, on: input, about: episode.text, enterprise: sitting.station.enterprise,
            region: sitting.station.region, in: sitting.access
        ).id
    }

    private func append(_ fact: some Fact, _ sitting: Sitting) throws {
        let subject = FactSubject(
            enterprise: sitting.station.enterprise, region: sitting.station.region,
            reference: sitting.station.outlet.text)
        try journal.append(fact, about: subject, by: .system("judge"), occurredAt: sitting.now, in: sitting.access)
    }
}
