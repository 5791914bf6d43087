import Kernel
import NIOCore

/// Simulated time beside real time.
struct TrafficClock: Sendable {
    private let start: NIODeadline
    private let fromMS: Int64
    private let untilMS: Int64
    private let pace: TrafficPlan.Pace

    init(_ plan: TrafficPlan, start: NIODeadline) {
        self.start = start
        fromMS = plan.from.milliseconds
        untilMS = plan.until?.milliseconds ?? .max
        pace = plan.pace
    }

    /// Whether a report that leaves at this simulated moment is sent at all.
    func includes(_ leavesMS: Int64) -> Bool { leavesMS < untilMS }

    /// The simulated moment; while catching up, the end of all.
    func simulatedMS(at now: NIODeadline) -> Int64 {
        switch pace {
        case .times(let speed): fromMS + Int64(Double((now - start).nanoseconds) / 1e6 * speed)
        case .catchingUp: untilMS
        }
    }

    /// When a simulated moment comes.
    func deadline(of simulatedMS: Int64) -> NIODeadline {
        switch pace {
        case .times(let speed): start + .nanoseconds(Int64(Double(simulatedMS - fromMS) / speed * 1e6))
        case .catchingUp: start
        }
    }

    /// By how many real milliseconds something that leaves at a simulated moment is late; 0 while catching up.
    func latenessMS(of leavesMS: Int64, at now: NIODeadline) -> Int64 {
        switch pace {
        case .times(let speed): Int64(Double(simulatedMS(at: now) - leavesMS) / speed)
        case .catchingUp: 0
        }
    }
}
