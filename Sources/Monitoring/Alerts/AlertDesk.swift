import Facts
import Kernel
import Persistence
import Standards

/// Brings the alerts of a factor in line with its hours, and journals what changed: of waste water with the uploaded
/// hours beside the limit of the day, of waste gas with what is computed for hours that cannot decide, of incinerators
/// with their hours beside the hourly limit and with days whose mean is missing.
struct AlertDesk: Sendable {
    let journal: Journal
    let decisions: DecisionLog
    let parameters: JudgingParameters
    let entropy: any EntropySource
    let holes: HourHoles

    /// What one review has in hand.
    private struct Sitting {
        let pollutant: PollutantCode
        let period: MeanPeriod
        let place: JudgedPlace
        let readings: [HourReading]
        /// What the readings of a stack stand on; nil of waste water.
        let found: HourHoles.Found?
        let limits: [DatedLimit]
        let now: Instant
        let access: any WriteAccess

        /// The limits beside which the readings are put.
        var beside: [DatedLimit] {
            found == nil ? limits.asHourly : period == .day ? limits : limits.ofHours
        }

        /// Whether only the day decides there.
        func decidesByDay(_ start: Instant) -> Bool {
            found != nil && limits.decidesByDay(on: start.civil.date)
        }
    }

    /// Looks at the alerts around these hours, and at those of their days.
    func review(
        _ pollutant: PollutantCode, at place: JudgedPlace, around hours: ClosedRange<Instant>, now: Instant,
        in access: any WriteAccess
    ) throws {
        try review(pollutant, .hour, at: place, around: hours, now: now, in: access)
        guard HourHoles.concerns(pollutant) else { return }
        let days =
            Instant(startOf: hours.lowerBound.civil.date)...Instant(startOf: hours.upperBound.civil.date)
        try review(pollutant, .day, at: place, around: days, now: now, in: access)
    }

    private func review(
        _ pollutant: PollutantCode, _ period: MeanPeriod, at place: JudgedPlace, around hours: ClosedRange<Instant>,
        now: Instant, in access: any WriteAccess
    ) throws {
        let reach = parameters.reach(of: period)
        func standing(near hours: ClosedRange<Instant>) throws -> [SpanReview.Known] {
            try AlertStore.standing(
                outlet: place.outlet, pollutant: pollutant, period: period,
                in: hours.lowerBound.adding(hours: -reach)...hours.upperBound.adding(hours: reach), access
            ).map(\.known)
        }
        let known = try standing(near: hours)
        let limits = try LimitStore.limits(outlet: place.outlet, pollutant: pollutant, in: access)
        if period == .day, known.isEmpty, !limits.contains(where: { $0.limits(.day) }) { return }
        let window = SpanReview.window(around: hours, known, reach: reach)
        let holes = try found(pollutant, period, of: place.outlet, window, in: access)
        let sitting = Sitting(
            pollutant: pollutant, period: period, place: place,
            readings: try holes?.readings
                ?? HourStore.readings(
                    outlet: place.outlet, pollutant: pollutant, from: window.lowerBound, to: window.upperBound,
                    in: access),
            found: holes, limits: limits, now: now, access: access)
        let found = ExceedanceSpans.find(
            in: sitting.readings.map(\.warning), limits: sitting.beside, parameters: parameters, now: now,
            period: period)
        let result = SpanReview.review(
            around: hours, corrected: hours, known: known, near: try standing(near: window), found: found)
        for standing in result.standing {
            let id = standing.isNews ? try stand(standing, sitting) : standing.known?.id
            if let id { try keepDuty(of: id, standing.extent, sitting) }
        }
        for known in result.withdrawn { try withdraw(known, sitting) }
    }

    /// What a stack's hours or days that cannot decide give; nil of waste water.
    func found(
        _ pollutant: PollutantCode, _ period: MeanPeriod, of outlet: OutletID, _ window: ClosedRange<Instant>,
        in access: any ReadAccess
    ) throws -> HourHoles.Found? {
        guard HourHoles.concerns(pollutant) else { return nil }
        return period == .hour
            ? try holes.found(pollutant, of: outlet, window, in: access)
            : try DayHoles(holes: holes).found(pollutant, of: outlet, window, in: access)
    }

    private func stand(_ standing: SpanReview.Standing, _ sitting: Sitting) throws -> EpisodeID {
        let id = standing.known?.id ?? EpisodeID(checked: "AL" + entropy.bytes(8).hex)
        let extent = standing.extent
        let decision = try decide(about: id, extent.firstHour...extent.lastHour, sitting)
        try save(id, extent, isWithdrawn: false, decision, sitting)
        if standing.known == nil {
            try append(
                HourAlertRaised(
                    alert: id, outlet: sitting.place.outlet, pollutant: sitting.pollutant, extent: extent,
                    decision: decision, decidesByDay: sitting.decidesByDay(extent.firstHour) ? true : nil), sitting)
        } else if standing.known?.extent != extent {
            try append(HourAlertChanged(alert: id, extent: extent, decision: decision), sitting)
        }
        return id
    }

    private func withdraw(_ known: SpanReview.Known, _ sitting: Sitting) throws {
        let decision = try decide(about: known.id, known.hours, sitting)
        try save(known.id, known.extent, isWithdrawn: true, decision, sitting)
        try append(HourAlertWithdrawn(alert: known.id, decision: decision), sitting)
        guard let found = sitting.found else { return }
        // Nothing is missing any more: it was uploaded, corrected or marked. Else the hours belong to another alert.
        let isSupplied = !found.readings.contains { reading in
            known.hours.contains(reading.hour)
                && JudgedHour(
                    reading, limits: sitting.beside, parameters: parameters, now: sitting.now, period: sitting.period
                ).excess != nil
        }
        try settleDuty(of: known.id, as: isSupplied ? .done : .lifted, sitting)
    }

    private func settleDuty(of alert: EpisodeID, as end: Duty.State, _ sitting: Sitting) throws {
        try DutyBook.settle(
            reference: SupplyDuty.reference(alert, at: sitting.place.outlet), as: end, at: sitting.now,
            journal: journal, in: sitting.access)
    }

    /// Gives the enterprise the duty that a standing alert of a stack asks for, and lifts what is no longer asked.
    private func keepDuty(of alert: EpisodeID, _ extent: ExceedanceExtent, _ sitting: Sitting) throws {
        let wanted = try Self.duty(
            behind: extent, of: sitting.pollutant, at: sitting.place.outlet, sitting.limits, in: sitting.access)
        let reference = SupplyDuty.reference(alert, at: sitting.place.outlet)
        let open = try DutyBook.all(beginningWith: reference, in: sitting.access).filter { $0.state == .open }
        guard open.map(\.kind) != [wanted?.kind].compactMap({ $0 }) else { return }
        if !open.isEmpty { try settleDuty(of: alert, as: .lifted, sitting) }
        guard let wanted else { return }
        try DutyBook.assign(
            Duty(
                id: DutyID(checked: "DU" + entropy.bytes(10).hex), kind: wanted.kind, reference: reference,
                role: .enterpriseManager, enterprise: sitting.place.enterprise, region: sitting.place.region,
                since: sitting.now,
                due: sitting.now.adding(hours: Int64(holes.figures.warnings.supplyHoursMax.value))),
            in: sitting.access)
    }

    /// What a standing alert asks of the enterprise: nothing of waste water, and nothing more of hours whose day has
    /// its uploaded mean, which decides.
    static func duty(
        behind extent: ExceedanceExtent, of pollutant: PollutantCode, at outlet: OutletID, _ limits: [DatedLimit],
        in access: any ReadAccess
    ) throws -> SupplyDuty? {
        guard HourHoles.concerns(pollutant) else { return nil }
        if extent.averaging == .day { return .day }
        guard limits.decidesByDay(on: extent.firstHour.civil.date) else { return .hour }
        let (first, last) = (extent.firstHour.civil.date, extent.lastHour.civil.date)
        let days = try HourStore.readings(
            outlet: outlet, pollutant: pollutant, from: Instant(startOf: first), to: Instant(startOf: last),
            period: .day, in: access
        ).filter { $0.isValid && $0.judged != nil }
        return days.count == Int(last.dayNumber - first.dayNumber) + 1 ? nil : .check
    }

    private func save(
        _ id: EpisodeID, _ extent: ExceedanceExtent, isWithdrawn: Bool, _ decision: DecisionID, _ sitting: Sitting
    ) throws {
        try AlertStore.save(
            HourAlert(
                id: id, outlet: sitting.place.outlet, pollutant: sitting.pollutant, extent: extent,
                isWithdrawn: isWithdrawn, decision: decision, enterprise: sitting.place.enterprise,
                region: sitting.place.region), in: sitting.access)
    }

    /// Reads the alert's own hours, and up to `reach` on each side those that do not warn: what bounds it.
    private func decide(
        about alert: EpisodeID, _ hours: ClosedRange<Instant>, _ sitting: Sitting
    ) throws -> DecisionID {
        let reach = parameters.reach(of: sitting.period)
        let range = hours.lowerBound.adding(hours: -reach)...hours.upperBound.adding(hours: reach)
        let limits = sitting.beside
        let readings = sitting.readings.filter { reading in
            guard range.contains(reading.hour) else { return false }
            let judged = JudgedHour(
                reading.warning, limits: limits, parameters: parameters, now: sitting.now, period: sitting.period)
            return judged.excess == nil || hours.contains(reading.hour)
        }
        if let found = sitting.found {
            let grounds = found.grounds.filter { ground in readings.contains { $0.hour == ground.hour } }
            let uploaded = found.uploaded.filter { uploaded in
                range.contains(uploaded.hour) && !readings.contains { $0.hour == uploaded.hour }
            }
            if sitting.period == .day || sitting.decidesByDay(hours.lowerBound) {
                let input = IncineratorWarning.Input(
                    outlet: sitting.place.outlet, pollutant: sitting.pollutant, period: sitting.period,
                    readings: readings, grounds: grounds, uploaded: uploaded, limits: limits, parameters: parameters,
                    now: sitting.now)
                return try decision(by: IncineratorHandSetWarning.self, on: input, about: alert, sitting)
            }
            let input = StackHourWarning.Input(
                outlet: sitting.place.outlet, pollutant: sitting.pollutant, readings: readings, grounds: grounds,
                uploaded: uploaded, limits: limits, parameters: parameters, now: sitting.now)
            return try decision(by: StackHandSetWarning.self, on: input, about: alert, sitting)
        }
        let input = WaterHourAlert.Input(
            outlet: sitting.place.outlet, pollutant: sitting.pollutant, readings: readings,
            limits: sitting.limits.read(with: readings), parameters: parameters, now: sitting.now)
        return try decision(by: WaterHandSetAlert.self, on: input, about: alert, sitting)
    }

    private func decision<Rule: DecisionRule>(
        by rule: Rule.Type, on input: Rule.Input, about alert: EpisodeID, _ sitting: Sitting
    ) throws -> DecisionID {
        try decisions.decide(
            by: rule, on: input, about: alert.text, enterprise: sitting.place.enterprise, region: sitting.place.region,
            in: sitting.access
        ).id
    }

    private func append(_ fact: some Fact, _ sitting: Sitting) throws {
        try journal.append(
            fact, about: sitting.place.subject, by: .system("alert-watch"), occurredAt: sitting.now, in: sitting.access)
    }
}
