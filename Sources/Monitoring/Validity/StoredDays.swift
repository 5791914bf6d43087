import Facts
import Kernel
import Persistence

/// The stored daily means whose count of usable hours an hour or a mark changes.
enum StoredDays {
    /// Of a value of a factor: its own day, and at a stack the days of the other factors when it is the particulate
    /// matter that bounds their exemptions.
    static func bearing(
        _ hour: Instant, of pollutant: PollutantCode, at station: Station, in access: any ReadAccess
    ) throws -> [(factor: PollutantCode, day: Instant)] {
        let day = Instant(startOf: hour.civil.date)
        let isBounding = station.isStack && pollutant == MeanMatter.particulate
        let factors = isBounding ? try LimitStore.factors(of: station.outlet, in: access) : [pollutant]
        return try factors.compactMap { factor in
            guard try LimitStore.isLimited(outlet: station.outlet, pollutant: factor, in: access) else { return nil }
            let stored = try HourStore.effective(
                outlet: station.outlet, pollutant: factor, hour: day, period: .day, in: access)
            return stored.map { _ in (factor, day) }
        }
    }
}
