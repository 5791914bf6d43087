import Facts
import Kernel
import Persistence

/// Has the watches look again at what a change of limits touches beside the judged means.
enum LimitChange {
    /// Notes a limit that was recorded or ended: the hours of waste water on its days for their alerts, and the days
    /// of a furnace.
    static func note(
        _ limit: DatedLimit, of pollutant: PollutantCode, at place: JudgedPlace, in access: any WriteAccess
    ) throws {
        if pollutant == .furnaceTemperature { try FurnaceLookStore.forget(place.outlet, in: access) }
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
