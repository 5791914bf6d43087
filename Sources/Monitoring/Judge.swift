import Facts
import Kernel
import Persistence

/// Re-judges an outlet's factor around hours that changed, inside the transaction that changed them.
struct Judge: Sendable {
    let journal: Journal
    let decisions: DecisionLog
    let parameters: JudgingParameters
    let entropy: any EntropySource
    let validity: ValidityRules

    /// What the rules read beside the values.
    var matter: MeanMatter { MeanMatter(rules: validity, parameters: parameters) }

    /// Whether means over such a time are judged at an outlet: hours of stacks, days of both kinds.
    static func judges(_ period: MeanPeriod, at station: Station) -> Bool { station.isStack || period == .day }

    /// Brings the episodes around `hours` in line with the effective values, and journals what changed; tells how many
    /// episodes appeared, were judged again or went.
    @discardableResult
    func judge(
        _ pollutant: PollutantCode, at place: JudgedPlace, around hours: ClosedRange<Instant>,
        period: MeanPeriod = .hour, now: Instant, cause: JudgingCause = .value, in access: any WriteAccess
    ) throws -> Int {
        guard pollutant != .furnaceTemperature else {
            // Its five-minute means decide (MON-05), not its hours and days; nothing waits for them.
            try WaitingHourStore.remove(
                outlet: place.outlet, pollutant: pollutant, period: period, in: hours, upTo: hours.upperBound, access)
            return 0
        }
        let known = try standing(pollutant, place, period, near: hours, access)
        let window = window(around: hours, known, period)
        let near = try standing(pollutant, place, period, near: window, access)
        let bystanders = near.filter { episode in !known.contains(episode) }
        let adoptions = try AdoptionStore.adoptions(deciding: pollutant, period, in: access)
        let all = try HourStore.readings(
            outlet: place.outlet, pollutant: pollutant, from: window.lowerBound, to: window.upperBound,
            period: period, in: access)
        let input = try matter.input(
            pollutant, of: place.outlet, period, readings: all,
            limits: try LimitStore.limits(outlet: place.outlet, pollutant: pollutant, in: access),
            adoptions: adoptions, now: now, cause: cause, in: access)
        let found = input.episodes.filter { span in
            // At its rim the window may cut into an episode that nothing has changed; that one stays as it is.
            !bystanders.contains { span.shares($0.hours) } || span.shares(hours)
                || known.contains { span.shares($0.hours) }
        }
        let match = EpisodeMatching.match(found: found, known: known.map { ($0.id, $0.extent) })
        let sitting = Sitting(place: place, input: input, access: access)
        var heirs: [Heir] = []
        var changed = match.withdrawn.count
        for (id, extent) in match.standing {
            let before = id.flatMap { id in known.first { $0.id == id } }
            // A corrected hour inside an episode changes what was read, even where the extent stays as it is.
            if let before, before.extent == extent, !extent.shares(hours) {
                heirs.append(Heir(id: before.id, hours: before.hours, decision: before.decision))
            } else {
                heirs.append(try stand(extent, before: before, sitting))
                changed += 1
            }
        }
        for episode in known where match.withdrawn.contains(episode.id) {
            let heir = heirs.first { $0.hours.overlaps(episode.hours) }
            try withdraw(episode, mergedInto: heir, sitting)
        }
        try WaitingHourStore.remove(
            outlet: place.outlet, pollutant: pollutant, period: period, in: window,
            upTo: now.adding(minutes: parameters.clockLead).adding(hours: -period.hours), access)
        return changed
    }

    /// Judges the hours of an episode again.
    func judgeAgain(_ episode: Episode, now: Instant, cause: JudgingCause, in access: any WriteAccess) throws {
        let place = JudgedPlace(outlet: episode.outlet, enterprise: episode.enterprise, region: episode.region)
        try judge(
            episode.pollutant, at: place, around: episode.hours, period: episode.averaging, now: now, cause: cause,
            in: access)
    }

    /// A standing episode that one grown together with it lives on in.
    private struct Heir {
        let id: EpisodeID
        let hours: ClosedRange<Instant>
        let decision: DecisionID
    }

    /// What one judging has in hand.
    private struct Sitting {
        let place: JudgedPlace
        let input: MeanInput
        let access: any WriteAccess

        var pollutant: PollutantCode { input.pollutant }
        var period: MeanPeriod { input.period }
    }

    /// Episodes near enough that a change in these hours could lengthen, shorten, split or join them.
    private func standing(
        _ pollutant: PollutantCode, _ place: JudgedPlace, _ period: MeanPeriod, near hours: ClosedRange<Instant>,
        _ access: any ReadAccess
    ) throws -> [Episode] {
        let reach = parameters.reach(of: period)
        return try EpisodeStore.standing(
            outlet: place.outlet, pollutant: pollutant, period: period, from: hours.lowerBound.adding(hours: -reach),
            to: hours.upperBound.adding(hours: reach), in: access)
    }

    /// The window around the changed hours and the known episodes beside them holds every hour that can matter; `reach`
    /// more on each side shows what bounds them.
    private func window(
        around hours: ClosedRange<Instant>, _ known: [Episode], _ period: MeanPeriod
    ) -> ClosedRange<Instant> {
        let reach = parameters.reach(of: period)
        let first = known.map(\.extent.firstHour).min().map { min($0, hours.lowerBound) } ?? hours.lowerBound
        let last = known.map(\.extent.lastHour).max().map { max($0, hours.upperBound) } ?? hours.upperBound
        return first.adding(hours: -reach)...last.adding(hours: reach)
    }

    private func stand(_ extent: ExceedanceExtent, before: Episode?, _ sitting: Sitting) throws -> Heir {
        let id = before?.id ?? EpisodeID(checked: "EX" + entropy.bytes(8).hex)
        let decision = try decide(about: id, from: extent.firstHour, to: extent.lastHour, sitting)
        try EpisodeStore.save(
            Episode(
                id: id, outlet: sitting.place.outlet, pollutant: sitting.pollutant,
                enterprise: sitting.place.enterprise, region: sitting.place.region, extent: extent,
                isWithdrawn: false, decision: decision, provisionalUntil: sitting.input.openUntil(extent)),
            in: sitting.access)
        if before == nil {
            let fact = ExceedanceFound(
                episode: id, outlet: sitting.place.outlet, pollutant: sitting.pollutant, extent: extent,
                decision: decision)
            try append(fact, sitting)
        } else {
            try append(
                ExceedanceChanged(episode: id, extent: extent, decision: decision, cause: sitting.input.cause),
                sitting)
        }
        return Heir(id: id, hours: extent.firstHour...extent.lastHour, decision: decision)
    }

    /// An episode that grew together with another is withdrawn by that one's decision: its hours still exceed.
    private func withdraw(_ episode: Episode, mergedInto heir: Heir?, _ sitting: Sitting) throws {
        let own = episode.hours
        let decision =
            try heir?.decision
            ?? decide(about: episode.id, from: own.lowerBound, to: own.upperBound, sitting)
        try EpisodeStore.save(
            Episode(
                id: episode.id, outlet: episode.outlet, pollutant: episode.pollutant,
                enterprise: episode.enterprise, region: episode.region, extent: episode.extent, isWithdrawn: true,
                decision: decision), in: sitting.access)
        try append(
            ExceedanceWithdrawn(
                episode: episode.id, decision: decision, mergedInto: heir?.id, cause: sitting.input.cause), sitting)
    }

    /// The decision reads the episode's own hours and those without exceedance up to `reach` hours on each side: what
    /// bounds it, and no neighbouring episode.
    private func decide(
        about episode: EpisodeID, from first: Instant, to last: Instant, _ sitting: Sitting
    ) throws -> DecisionID {
        let reach = parameters.reach(of: sitting.period)
        let range = first.adding(hours: -reach)...last.adding(hours: reach)
        let readings = sitting.input.readings.filter { reading in
            range.contains(reading.hour)
                && (!sitting.input.exceeds(reading) || (first...last).contains(reading.hour))
        }
        let input = sitting.input.restricted(to: readings)
        func decision<Rule: DecisionRule>(by rule: Rule.Type) throws -> DecisionID where Rule.Input == MeanInput {
            try decisions.decide(
                by: rule, on: input, about: episode.text, enterprise: sitting.place.enterprise,
                region: sitting.place.region, in: sitting.access
            ).id
        }
        if input.adoptions != nil { return try decision(by: WaterValidDayExceedance.self) }
        switch sitting.period {
        case .hour: return try decision(by: StackValidExceedance.self)
        case .day: return try decision(by: IncineratorValidDayExceedance.self)
        }
    }

    private func append(_ fact: some Fact, _ sitting: Sitting) throws {
        let subject = FactSubject(
            enterprise: sitting.place.enterprise, region: sitting.place.region,
            reference: sitting.place.outlet.text)
        try journal.append(
            fact, about: subject, by: .system("judge"), occurredAt: sitting.input.now, in: sitting.access)
    }
}
