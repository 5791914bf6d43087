public import Kernel

/// Which loggers send what, where to, how fast.
public struct TrafficPlan: Sendable {
    /// How simulated time goes.
    public enum Pace: Sendable, Equatable {
        /// So many simulated seconds a second.
        case times(Double)
        /// Everything is due at once: loggers that were offline catch up, each as fast as it is answered.
        case catchingUp
    }

    /// The city.
    public var city: SimulatedCity
    /// Which outlets of it.
    public var outlets: Range<Int>
    /// What they report.
    public var kinds: Set<ReportKind> = Set(ReportKind.allCases)
    /// Host or address of the platform.
    public var host = "127.0.0.1"
    /// Its port.
    public var port: Int
    /// Lines in all, at most one for each outlet; outlets are dealt out to them in turn.
    public var connections: Int
    /// Frames of a logger that may wait for an answer.
    public var window = 1
    /// How simulated time goes.
    public var pace = Pace.times(1)
    /// The simulated moment of the start.
    public var from: Instant
    /// Reports that leave from this simulated moment on are not sent; nil never ends.
    public var until: Instant?
    /// Simulated time over which the loggers' sending is spread beyond their own delays of up to 20 s, in milliseconds,
    /// each logger at a place of its own. At high speed all reports of a minute would otherwise leave in one burst.
    public var spreadMS: Int64 = 0
    /// Seconds of real time after which everything ends; nil for none.
    public var secondsMax: Double?
    /// What goes wrong.
    public var faults = FaultMix.none
    /// Threads that drive the lines.
    public var threads = 1

    /// Seconds a logger waits for an answer (OverTime), and how often it sends again (ReCount): the defaults of
    /// HJ 212-2017 for mobile lines.
    public static let (overTimeS, reCount): (Int64, Int) = (10, 3)

    /// A plan; each property can be set afterwards.
    public init(city: SimulatedCity, outlets: Range<Int>, port: Int, connections: Int? = nil, from: Instant) {
        self.city = city
        self.outlets = outlets
        self.port = port
        self.connections = connections ?? outlets.count
        self.from = from
    }
}
