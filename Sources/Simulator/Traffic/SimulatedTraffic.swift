import NIOCore
import NIOPosix

/// A city of data loggers that send to a platform over TCP: a function of the city's seed and of what is answered.
///
/// Memory is bounded by outlets and windows: what is not sent yet is a place in time, not a queue. No task for an
/// outlet; lines live on event loops.
public final class SimulatedTraffic: Sendable {
    /// Told each answered report, on an event loop; must not block.
    public typealias AnswerObserver = @Sendable (SimulatedOutlet, Report) -> Void

    private let plan: TrafficPlan
    private let onAnswered: AnswerObserver?
    private let book = TrafficBook()

    /// Lines opened a second: a platform's listening queue is short.
    private static let connectsPerSecond = 2_000

    /// A traffic that does not flow yet.
    ///
    /// - Precondition: There is at least one outlet, and at most one connection for each.
    public init(_ plan: TrafficPlan, onAnswered: AnswerObserver? = nil) {
        precondition(!plan.outlets.isEmpty, "a traffic needs outlets")
        precondition((1...plan.outlets.count).contains(plan.connections), "a connection serves at least one outlet")
        self.plan = plan
        self.onAnswered = onAnswered
    }

    /// What was done so far.
    public var counts: TrafficCounts { book.total }

    /// Begins to count anew: after a time of warming up.
    public func resetCounts() { book.reset() }

    /// Sends until all reports of the plan are answered, its time is over, or the task is cancelled.
    public func run() async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: plan.threads)
        let stop = group.any().makePromise(of: Void.self)
        if let seconds = plan.secondsMax {
            stop.futureResult.eventLoop.scheduleTask(in: .nanoseconds(Int64(seconds * 1e9))) { stop.succeed() }
        }
        let start = NIODeadline.now()
        let clock = TrafficClock(plan, start: start)
        let ends = (0..<plan.connections).map { line in
            let loop = group.next()
            return loop.flatSubmit { [self] in open(line, on: loop, clock, stop: stop.futureResult) }
        }
        await withTaskCancellationHandler {
            _ = try? await EventLoopFuture.whenAllComplete(ends, on: group.any()).get()
        } onCancel: {
            stop.succeed()
        }
        stop.succeed()
        try await group.shutdownGracefully()
    }

    private func open(
        _ index: Int, on loop: any EventLoop, _ clock: TrafficClock, stop: EventLoopFuture<Void>
    ) -> EventLoopFuture<Void> {
        let outlets = stride(from: plan.outlets.lowerBound + index, to: plan.outlets.upperBound, by: plan.connections)
            .map { plan.city.outlet($0) }
        let line = OutletLine(outlets, plan: plan, clock: clock, book: book, loop: loop, onAnswered: onAnswered)
        stop.hop(to: loop).assumeIsolated().whenComplete { _ in line.end() }
        let delay = TimeAmount.microseconds(Int64(index) * 1_000_000 / Int64(Self.connectsPerSecond))
        loop.assumeIsolated().scheduleTask(in: delay) { line.connect() }
        return line.finished.futureResult
    }
}
