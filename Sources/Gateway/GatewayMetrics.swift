import Synchronization

/// What the gateway has done since it started; read by `/metrics`.
public final class GatewayMetrics: Sendable {
    /// Counters since the start; `connectionsOpen` and `handInsWaiting` also fall.
    public struct Counts: Sendable, Equatable {
        /// Lines that are being served now.
        public internal(set) var connectionsOpen = 0
        /// Lines that were accepted.
        public internal(set) var connectionsAccepted = 0
        /// Lines that were closed at once because a limit was reached.
        public internal(set) var connectionsRefused = 0
        /// Frames that were not known before.
        public internal(set) var framesStored = 0
        /// Frames that came again.
        public internal(set) var framesRepeated = 0
        /// Frames and stretches that were kept aside.
        public internal(set) var arrivalsQuarantined = 0
        /// Frames of loggers without a number that were noted.
        public internal(set) var arrivalsNoted = 0
        /// Answers handed to the network.
        public internal(set) var answersSent = 0
        /// Reads whose arrivals wait for the next transaction: how far storage is behind.
        public internal(set) var handInsWaiting = 0
        /// Transactions that became durable.
        public internal(set) var commits = 0
        /// Transactions that failed.
        public internal(set) var commitFailures = 0
    }

    /// The counters; guarded by the mutex.
    private let guarded = Mutex(Counts())

    /// Counters that stand at zero.
    public init() {}

    /// All counters of one moment.
    public var counts: Counts { guarded.withLock { $0 } }

    func update(_ change: (inout Counts) -> Void) {
        guarded.withLock { change(&$0) }
    }
}
