import Facts
import Kernel
import Persistence
import Standards

/// Brings the alerts of a factor in line with its hours, and journals what changed: of waste water with the uploaded
/// hours beside the limit of the day, of waste gas with what is computed for hours that cannot decide.
struct AlertDesk: Sendable {
    let journal: Journal
    let decisions: DecisionLog
    let parameters: JudgingParameters
    let entropy: any EntropySource
    let holes: HourHoles

    /// What one review has in hand.
    private struct Sitting {
        let pollutant: PollutantCode
        let place: JudgedPlace
        let readings: [HourReading]
        /// What the readings of a stack stand on; nil of waste water.
        let found: HourHoles.Found?
        let limits: [DatedLimit]
        let now: Instant
        let access: any WriteAccess

        /// The limits beside which the readings are put.
        var hourly: [DatedLimit] { found == nil ? limits.asHourly : limits }
    }

    /// Looks at the alerts around these hours.
    func review(
        _ pollutant: PollutantCode, at place: JudgedPlace, around hours: ClosedRange<Instant>, now: Instant,
        in access: any WriteAccess
    ) throws {
        let reach = parameters.reach(of: .hour)
        func standing(near hours: ClosedRange<Instant>) throws -> [SpanReview.Known] {
            try AlertStore.standing(
                outlet: place.outlet, pollutant: pollutant,
                in: hours.lowerBound.adding(hours: -reach)...hours.upperBound.adding(hours: reach), access
            ).map(\.known)
        }
        let known = try standing(near: hours)
        let window = SpanReview.window(around: hours, known, reach: reach)
        let holes =
            HourHoles.concerns(pollutant)
            ? try self.holes.found(pollutant, of: place.outlet, window, in: access) : nil
        let sitting = Sitting(
            pollutant: pollutant, place: place,
            readings: try holes?.readings
                ?? HourStore.readings(
                    outlet: place.outlet, pollutant: pollutant, from: window.lowerBound, to: window.upperBound,
                    in: access),
            found: holes,
            limits: try LimitStore.limits(outlet: place.outlet, pollutant: pollutant, in: access), now: now,
            access: access)
        let found = ExceedanceSpans.find(
            in: sitting.readings, limits: sitting.hourly, parameters: parameters, now: now)
        let result = SpanReview.review(
            around: hours, corrected: hours, known: known, near: try standing(near: window), found: found)
        for standing in result.standing where standing.isNews { try stand(standing, sitting) }
        for known in result.withdrawn { try withdraw(known, sitting) }
    }

    private func stand(_ standing: SpanReview.Standing, _ sitting: Sitting) throws {
        let id = standing.known?.id ?? EpisodeID(checked: "AL" + entropy.bytes(8).hex)
        let extent = standing.extent
        let decision = try decide(about: id, extent.firstHour...extent.lastHour, sitting)
        try save(id, extent, isWithdrawn: false, decision, sitting)
        if standing.known == nil {
            try append(
                HourAlertRaised(
                    alert: id, outlet: sitting.place.outlet, pollutant: sitting.pollutant, extent: extent,
                    decision: decision), sitting)
            if sitting.found != nil { try assignDuty(of: id, sitting) }
        } else if standing.known?.extent != extent {
            try append(HourAlertChanged(alert: id, extent: extent, decision: decision), sitting)
        }
    }

    private func withdraw(_ known: SpanReview.Known, _ sitting: Sitting) throws {
        let decision = try decide(about: known.id, known.hours, sitting)
        try save(known.id, known.extent, isWithdrawn: true, decision, sitting)
        try append(HourAlertWithdrawn(alert: known.id, decision: decision), sitting)
        guard let found = sitting.found else { return }
        // Nothing is missing any more: it was uploaded or marked. Else the hours belong to another alert now.
        let isSupplied = !found.readings.contains { known.hours.contains($0.hour) }
        try DutyBook.settle(
            reference: SupplyDuty.reference(known.id, at: sitting.place.outlet), as: isSupplied ? .done : .lifted,
            at: sitting.now, journal: journal, in: sitting.access)
    }

    /// The enterprise has to upload what is missing, or to mark why it cannot.
    private func assignDuty(of alert: EpisodeID, _ sitting: Sitting) throws {
        try DutyBook.assign(
            Duty(
                id: DutyID(checked: "DU" + entropy.bytes(10).hex), kind: SupplyDuty.kind,
                reference: SupplyDuty.reference(alert, at: sitting.place.outlet), role: .enterpriseManager,
                enterprise: sitting.place.enterprise, region: sitting.place.region, since: sitting.now,
                due: sitting.now.adding(hours: Int64(holes.figures.warnings.supplyHoursMax.value))),
            in: sitting.access)
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
        let reach = parameters.reach(of: .hour)
        let range = hours.lowerBound.adding(hours: -reach)...hours.upperBound.adding(hours: reach)
        let limits = sitting.hourly
        let readings = sitting.readings.filter { reading in
            guard range.contains(reading.hour) else { return false }
            let judged = JudgedHour(reading, limits: limits, parameters: parameters, now: sitting.now)
            return judged.excess == nil || hours.contains(reading.hour)
        }
        if let found = sitting.found {
            let input = StackHourWarning.Input(
                outlet: sitting.place.outlet, pollutant: sitting.pollutant, readings: readings,
                grounds: found.grounds.filter { ground in readings.contains { $0.hour == ground.hour } },
                uploaded: found.uploaded.filter { uploaded in
                    range.contains(uploaded.hour) && !readings.contains { $0.hour == uploaded.hour }
                }, limits: sitting.limits, parameters: parameters, now: sitting.now)
            return try decisions.decide(
                by: StackHourWarning.self, on: input, about: alert.text, enterprise: sitting.place.enterprise,
                region: sitting.place.region, in: sitting.access
            ).id
        }
        return try decisions.decide(
            by: WaterHourAlert.self,
            on: WaterHourAlert.Input(
                outlet: sitting.place.outlet, pollutant: sitting.pollutant, readings: readings,
                limits: sitting.limits, parameters: parameters, now: sitting.now),
            about: alert.text, enterprise: sitting.place.enterprise, region: sitting.place.region,
            in: sitting.access
        ).id
    }

    private func append(_ fact: some Fact, _ sitting: Sitting) throws {
        try journal.append(
            fact, about: sitting.place.subject, by: .system("alert-watch"), occurredAt: sitting.now, in: sitting.access)
    }
}
