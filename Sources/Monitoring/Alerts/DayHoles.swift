import Facts
import Kernel
import Persistence
import Standards

/// Finds the closed days of an incinerator whose mean was not uploaded though its hours were, and computes it. What is
/// computed warns and never decides.
struct DayHoles: Sendable {
    let holes: HourHoles

    /// What is computed for the days of a window that were looked through to their end and have no mean that may
    /// decide.
    func found(
        _ pollutant: PollutantCode, of outlet: OutletID, _ window: ClosedRange<Instant>, in access: any ReadAccess
    ) throws -> HourHoles.Found {
        var found = HourHoles.Found()
        guard let looked = try HoleLookStore.hours(of: outlet, in: access) else { return found }
        let limits = try LimitStore.limits(outlet: outlet, pollutant: pollutant, in: access)
        found.uploaded = try HourStore.readings(
            outlet: outlet, pollutant: pollutant, from: window.lowerBound, to: window.upperBound, period: .day,
            in: access)
        let known = Set(found.uploaded.filter { $0.isValid && $0.judged != nil }.map(\.hour))
        var day = max(looked.lowerBound, window.lowerBound).civil.date
        while Instant(startOf: day) <= window.upperBound {
            defer { day = day.adding(days: 1) }
            let (start, end) = (Instant(startOf: day), Instant(startOf: day.adding(days: 1)))
            // A mean that came and says itself that it is none has its own state; nobody computes over it.
            guard looked.lowerBound <= start, end <= looked.upperBound, limits.decidesByDay(on: day),
                !known.contains(start)
            else { continue }
            let sent = found.uploaded.first { $0.hour == start && $0.isHandSet }.map {
                ($0.warning, ComputedGround(handSet: start))
            }
            guard
                let (reading, ground) = try computed(pollutant, of: outlet, start..<end, limits, in: access) ?? sent
            else { continue }
            found.readings.append(reading)
            found.grounds.append(ground)
        }
        return found
    }

    private func computed(
        _ pollutant: PollutantCode, of outlet: OutletID, _ hours: Range<Instant>, _ limits: [DatedLimit],
        in access: any ReadAccess
    ) throws -> (HourReading, ComputedGround)? {
        let last = hours.upperBound.adding(hours: -1)
        let readings = try HourStore.readings(
            outlet: outlet, pollutant: pollutant, from: hours.lowerBound, to: last, in: access)
        let validity = try holes.matter.validity(
            pollutant, of: outlet, from: hours.lowerBound, to: last, limits: limits, readings: readings, in: access)
        let usable = readings.filter { validity.finding($0).isUsable }
        let mean = StackDayMean.of(usable.map(\.judged), figures: holes.figures.validity).outcome
        guard let value = mean.quotient?.rounded(fractionDigits: ExactQuotient.shownDigits) else { return nil }
        let root = MerkleRoot.over(usable.map(\.frame.bytes))
        return (
            HourReading(hour: hours.lowerBound, average: value, converted: nil, mark: nil, frame: root),
            ComputedGround(
                hour: hours.lowerBound, lack: .day, minutes: nil, measured: nil, oxygen: nil, reference: nil,
                hours: usable.count)
        )
    }
}
