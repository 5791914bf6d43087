import Kernel
import Synchronization

/// What a simulated logger has been told, and remembers while the program runs.
final class SimulatedMemory: Sendable {
    /// What can be set.
    struct Settings: Sendable {
        /// HJ 212-2017 gives RtdInterval 30…3600 s; 30 s is the standard's own example.
        var realTimeIntervalS = 30
        var minuteInterval = 10
        var sendsRealTime = true
        /// What the platform set as its password; nil for that of the register.
        var password: String?
        /// The number that the platform gave it; nil for that of the register, or none.
        var number: String?
        /// How far its clock is ahead of ours.
        var clockLeadMS: Int64 = 0
    }

    /// Guarded by the mutex.
    private let guarded = Mutex(Settings())

    var settings: Settings { guarded.withLock { $0 } }

    func update(_ change: (inout Settings) -> Void) {
        guarded.withLock { change(&$0) }
    }
}
