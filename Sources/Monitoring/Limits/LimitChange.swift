import Facts
import Kernel
import Persistence

/// Has the watches look again at what a change of limits touches beside the judged means.
enum LimitChange {
    /// Notes a limit that was recorded or ended: the hours on its days for their alerts, and the days of a furnace.
    static func note(
        _ limit: DatedLimit, of pollutant: PollutantCode, at place: JudgedPlace, in access: any WriteAccess
    ) throws {
        if pollutant == .furnaceTemperature { try FurnaceLookStore.forget(place.outlet, in: access) }
        if HourHoles.concerns(pollutant), let looked = try HoleLookStore.hours(of: place.outlet, in: access) {
            let first = max(looked.lowerBound, Instant(startOf: limit.validFrom))
            let end = limit.validTo.map { Instant(startOf: $0.adding(days: 1)) } ?? looked.upperBound
            // A limit that was taken back may have been in the way of an earlier one.
            if first < end { try ChangedHourStore.note(first...end, of: pollutant, atStack: place, in: access) }
        }
        guard pollutant.isOfWater,
            let stored = try HourStore.extent(outlet: place.outlet, pollutant: pollutant, period: .hour, in: access)
        else { return }
        let first = max(stored.lowerBound, Instant(startOf: limit.validFrom))
        let last =
            limit.validTo.map { min(stored.upperBound, Instant(startOf: $0.adding(days: 1))) }
            ?? stored.upperBound
        guard first <= last else { return }
        try ChangedHourStore.widen(first...last, of: pollutant, at: place, in: access)
    }
}
