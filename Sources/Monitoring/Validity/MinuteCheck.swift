import Kernel
import Persistence

/// The counted minutes are what the stored frames say.
enum MinuteCheck {
    static func report(_ access: any ReadAccess, _ counting: MinuteCounting) throws -> CheckReport {
        var tally = CheckTally("counted minutes of hours are what their frames say")
        // Where a mapping still has to be carried into stored values, frames are read otherwise already.
        let isReread = try !RereadingStore.all(access).isEmpty
        try MinuteCaptureStore.forEach(access) { outlet, hour, counted in
            // Until decision 176 minutes counted whenever they came; what was decided by them stands.
            let agrees =
                try isReread || counting.count(hour, of: outlet, in: access) == counted
                || counting.count(hour, of: outlet, receivedBy: nil, in: access) == counted
            tally.examine(
                agrees ? nil : "the minutes of \(outlet) in the hour \(hour.civil.minuteText) are not what was counted")
        }
        return tally.report
    }
}
