import Foundation
import Kernel
import Simulator

/// A child's order: be loggers that catch up, and report what came of it.
struct LoadOrder: Codable, Sendable {
    var port: Int
    var outlets: Int
    var connections: Int
    var window: Int
    /// Simulated start, milliseconds since 1970.
    var fromMS: Int64
    var untilMS: Int64
    /// Seconds before counting begins.
    var warmUpS: Double
    /// Seconds of counting; the load ends earlier when everything is sent.
    var secondsMax: Double
    /// Simulated seconds a second; nil for loggers that catch up as fast as they are answered.
    var speed: Double?
    /// Whether the loggers send evenly over the minute; otherwise within 20 s of its end, as clocks have it.
    var isEven = false

    /// What a child has seen.
    struct Result: Codable, Sendable {
        let seconds: Double
        let frames: Int
        let points: Int
        let bytes: Int
        let p50MS: Double
        let p99MS: Double
        let breaks: Int
        let repeated: Int
        let figures: ProcessFigures
        /// Whether all was sent and answered within the time.
        let isComplete: Bool

        init(_ counts: TrafficCounts, seconds: Double, isComplete: Bool) {
            self.seconds = seconds
            self.isComplete = isComplete
            frames = counts.answered
            points = counts.pointsAnswered
            bytes = counts.bytesSent
            p50MS = counts.answerTimes.quantileMS(0.5) ?? 0
            p99MS = counts.answerTimes.quantileMS(0.99) ?? 0
            breaks = counts.breaks
            repeated = counts.repeated
            figures = .now
        }
    }

    /// What the child says: that counting begins, then how far it is each second, then what came of it.
    enum Message: Codable, Sendable {
        case warm(ProcessFigures)
        case going(frames: Int)
        case done(Result)
    }

    func carryOut() async throws {
        let traffic = SimulatedTraffic(plan)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                try await traffic.run()
                return true
            }
            if warmUpS > 0 { try await Task.sleep(for: .seconds(warmUpS)) }
            try ChildOrder.report(Message.warm(.now))
            traffic.resetCounts()
            let start = ContinuousClock.now
            let end = start + .seconds(secondsMax)
            group.addTask {
                while ContinuousClock.now < end {
                    try await Task.sleep(for: min(.seconds(1), end - .now))
                    try ChildOrder.report(Message.going(frames: traffic.counts.answered))
                }
                return false
            }
            let isComplete = try await group.next() ?? false
            try ChildOrder.report(
                Message.done(
                    Result(traffic.counts, seconds: (ContinuousClock.now - start).seconds, isComplete: isComplete)))
            group.cancelAll()
        }
    }

    /// Waits for what came of a child's load.
    static func result(of child: ChildProcess, eachSecond watch: (Int) -> Void = { _ in }) async throws -> Result {
        while true {
            switch try await child.message(Message.self) {
            case .warm: continue
            case .going(let frames): watch(frames)
            case .done(let result):
                await child.end()
                return result
            }
        }
    }

    private var plan: TrafficPlan {
        var plan = TrafficPlan(
            city: BenchSources.city, outlets: 0..<outlets, port: port, connections: connections,
            from: Instant(milliseconds: fromMS))
        plan.until = Instant(milliseconds: untilMS)
        plan.kinds = [.minute]
        plan.pace = speed.map { .times($0) } ?? .catchingUp
        plan.window = window
        // Their own delays take 1 to 20 s of the minute.
        plan.spreadMS = isEven ? 60_000 : 0
        return plan
    }
}
