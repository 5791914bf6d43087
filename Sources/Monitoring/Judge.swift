import Facts
import Kernel
import Persistence
import Standards

/// Re-judges an outlet's factor around hours that changed, inside the transaction that changed them.
struct Judge: Sendable {
    let journal: Journal
    let decisions: DecisionLog
    let parameters: JudgingParameters
    let entropy: any EntropySource
    let validity: ValidityRules
    let factors: DeviceFactors
    let furnaces: ReferenceFurnaces
    let timeline: LegalTimeline

    /// What the rules read beside the values.
    var matter: MeanMatter {
        MeanMatter(
            rules: validity, parameters: parameters,
            counting: MinuteCounting(
                factors: factors, figures: validity.figures.validity,
                term: MarkTerm(hourMax: validity.markHourMax, closings: [])), furnaces: furnaces,
            timeline: timeline)
    }

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
        let window = SpanReview.window(around: hours, known, reach: parameters.reach(of: period))
        let readings = try HourStore.readings(
            outlet: place.outlet, pollutant: pollutant, from: window.lowerBound, to: window.upperBound,
            period: period, in: access)
        let plain = try matter.plain(
            pollutant, of: place.outlet, period, readings: readings,
            limits: try LimitStore.limits(outlet: place.outlet, pollutant: pollutant, in: access),
            adoptions: try AdoptionStore.adoptions(deciding: pollutant, period, in: access), now: now, cause: cause,
            in: access)
        try matter.counting.keep(matter.hours(of: plain), of: place.outlet, in: access)
        let input = try matter.counted(plain, in: access)
        let review = SpanReview.review(
            around: hours, corrected: hours, known: known,
            near: try standing(pollutant, place, period, near: window, access), found: input.episodes)
        let sitting = Sitting(place: place, input: input, access: access)
        let heirs = try review.standing.map { try stand($0, sitting) }
        for known in review.withdrawn {
            try withdraw(known, mergedInto: heirs.first { $0.hours.overlaps(known.hours) }, sitting)
        }
        try WaitingHourStore.remove(
            outlet: place.outlet, pollutant: pollutant, period: period, in: window,
            upTo: now.adding(minutes: parameters.clockLead).adding(hours: -period.hours), access)
        return review.withdrawn.count + review.standing.count { $0.isNews }
    }

    /// Judges the hours of an episode again.
    func judgeAgain(_ episode: Episode, now: Instant, cause: JudgingCause, in access: any WriteAccess) throws {
        let place = JudgedPlace(outlet: episode.outlet, enterprise: episode.enterprise, region: episode.region)
        try judge(
            episode.pollutant, at: place, around: episode.hours, period: episode.averaging, now: now, cause: cause,
            in: access)
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
    ) throws -> [SpanReview.Known] {
        let reach = parameters.reach(of: period)
        return try EpisodeStore.standing(
            outlet: place.outlet, pollutant: pollutant, period: period, from: hours.lowerBound.adding(hours: -reach),
            to: hours.upperBound.adding(hours: reach), in: access
        ).map(\.known)
    }

    private func stand(_ standing: SpanReview.Standing, _ sitting: Sitting) throws -> SpanReview.Known {
        if let known = standing.known, !standing.isNews { return known }
        let extent = standing.extent
        let kept =
            try standing.known?.id
            ?? EpisodeStore.revived(
                by: extent, of: sitting.pollutant, at: sitting.place, in: sitting.access)
        let id = kept ?? EpisodeID(checked: "EX" + entropy.bytes(8).hex)
        let decision = try decide(about: id, extent.firstHour...extent.lastHour, sitting)
        try save(id, extent, isWithdrawn: false, decision, sitting)
        if kept == nil {
            let fact = ExceedanceFound(
                episode: id, outlet: sitting.place.outlet, pollutant: sitting.pollutant, extent: extent,
                decision: decision)
            try append(fact, sitting)
        } else {
            try append(
                ExceedanceChanged(episode: id, extent: extent, decision: decision, cause: sitting.input.cause),
                sitting)
        }
        return SpanReview.Known(id: id, extent: extent, decision: decision)
    }

    /// An episode that grew together with another is withdrawn by that one's decision: its hours still exceed.
    private func withdraw(
        _ known: SpanReview.Known, mergedInto heir: SpanReview.Known?, _ sitting: Sitting
    ) throws {
        let decision = try heir?.decision ?? decide(about: known.id, known.hours, sitting)
        try save(known.id, known.extent, isWithdrawn: true, decision, sitting)
        try append(
            ExceedanceWithdrawn(
                episode: known.id, decision: decision, mergedInto: heir?.id, cause: sitting.input.cause), sitting)
    }

    private func save(
        _ id: EpisodeID, _ extent: ExceedanceExtent, isWithdrawn: Bool, _ decision: DecisionID, _ sitting: Sitting
    ) throws {
        try EpisodeStore.save(
            Episode(
                id: id, outlet: sitting.place.outlet, pollutant: sitting.pollutant,
                enterprise: sitting.place.enterprise, region: sitting.place.region, extent: extent,
                isWithdrawn: isWithdrawn, decision: decision,
                provisionalUntil: isWithdrawn ? nil : sitting.input.openUntil(extent)), in: sitting.access)
    }

    /// The decision reads the episode's own hours and those without exceedance up to `reach` hours on each side: what
    /// bounds it, and no neighbouring episode.
    private func decide(
        about episode: EpisodeID, _ hours: ClosedRange<Instant>, _ sitting: Sitting
    ) throws -> DecisionID {
        let reach = parameters.reach(of: sitting.period)
        let range = hours.lowerBound.adding(hours: -reach)...hours.upperBound.adding(hours: reach)
        let readings = sitting.input.readings.filter { reading in
            range.contains(reading.hour) && (!sitting.input.exceeds(reading) || hours.contains(reading.hour))
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
        case .hour: return try decision(by: StackConvertedExceedance.self)
        case .day: return try decision(by: IncineratorConvertedDayExceedance.self)
        }
    }

    private func append(_ fact: some Fact, _ sitting: Sitting) throws {
        try journal.append(
            fact, about: sitting.place.subject, by: .system("judge"), occurredAt: sitting.input.now, in: sitting.access)
    }
}
