import HJ212
import Kernel
import Synchronization

/// What a simulated logger has still to send; it outlives the logger's lines.
final class DemoSchedule: Sendable {
    /// The first hour whose means are still to be sent; guarded by the mutex.
    private let nextHour: Mutex<Instant>

    init(nextHour: Instant) {
        self.nextHour = Mutex(nextHour)
    }

    /// The means of the hours that are over, and a real-time value unless the logger was told to stop.
    func frames(of simulated: SimulatedLogger, now: Instant) throws -> [[UInt8]] {
        var frames: [[UInt8]] = []
        while let hour = takeHour(overBy: now) {
            // Made at the end of the hour, as a logger does: a value sent by hand later is the newer version.
            frames += try simulated.frames(ofHour: hour, sentAt: hour.adding(hours: 1))
        }
        guard simulated.memory.settings.sendsRealTime else { return frames }
        return frames + [try simulated.frame(.realTime, dataTime: now, suffix: "Rtd", sentAt: now)]
    }

    private func takeHour(overBy now: Instant) -> Instant? {
        nextHour.withLock { hour in
            guard hour.adding(hours: 1).adding(seconds: 5) <= now else { return nil }
            defer { hour = hour.adding(hours: 1) }
            return hour
        }
    }
}
