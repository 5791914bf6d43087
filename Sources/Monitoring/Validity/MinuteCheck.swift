import Kernel
import Persistence

/// The counted minutes are what the stored frames say, and none of the hours that bear on episodes is without.
enum MinuteCheck {
    /// - Parameter bearing: The hours whose minutes bear on episodes, by outlet.
    static func report(
        _ access: any ReadAccess, _ counting: MinuteCounting, _ bearing: [OutletID: Set<Instant>]
    ) throws -> CheckReport {
        var tally = CheckTally("counted minutes of hours are what their frames say, and none is missing")
        // Where a mapping still has to be carried into stored values, frames are read otherwise already.
        let readers = try FactorReaders(counting.factors, in: access)
        var missing = bearing
        try MinuteCaptureStore.forEach(access) { outlet, hour, counted in
            missing[outlet]?.remove(hour)
            // Until decision 176 minutes counted whenever they came; what was decided by them stands.
            let agrees =
                try readers.isWaiting(outlet, at: hour) || counting.count(hour, of: outlet, in: access) == counted
                || counting.count(hour, of: outlet, receivedBy: nil, in: access) == counted
            tally.examine(
                agrees ? nil : "the minutes of \(outlet) in the hour \(hour.civil.minuteText) are not what was counted")
        }
        for (outlet, hours) in missing.sorted(by: { $0.key < $1.key }) {
            for hour in hours.sorted() where !readers.isWaiting(outlet, at: hour) {
                tally.examine("the minutes of \(outlet) in the hour \(hour.civil.minuteText) were not counted")
            }
        }
        return tally.report
    }
}
