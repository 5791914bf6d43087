import Kernel
import Persistence

/// What must hold of the figures of the devices' hours.
struct HealthChecks: SelfChecking {
    let sources: any HealthSources

    /// Hours are what the stored frames say. Frames are only ever added: an hour with fewer frames than are stored now
    /// waits for the watch; one with as many must say the same, and one with more has lost evidence.
    func check(_ access: any ReadAccess) throws -> [CheckReport] {
        var tally = CheckTally("figures of the devices' hours follow from the stored frames")
        try DeviceHourStore.forEach(access) { outlet, known in
            let frames = try sources.frames(of: outlet, hour: known.hour, in: access)
                .compactMap { ReadFrame($0.bytes, receivedAt: $0.receivedAt) }
            var said = DeviceHour(hour: known.hour, frames: frames)
            // An hour of an earlier program tells no edition; the watch gives it one if it is young enough.
            if known.dialect == nil { said.dialect = nil }
            let isSame = known == said
            let isWaiting = known.frames < frames.count
            tally.examine(
                isSame || isWaiting ? nil : "\(outlet) \(known.hour.civil.minuteText) is not what its frames say")
        }
        return [tally.report, try FindingCheck.report(access)]
    }
}
