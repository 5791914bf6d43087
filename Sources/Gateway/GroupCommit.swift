import Logging
import NIOCore
import Synchronization

/// Lets many lines share transactions: one committer takes what waits into a transaction, and what arrives meanwhile
/// goes together into the next.
///
/// Nothing lingers to collect more: an idle gateway commits at once, a busy one commits more at a time. Order of one
/// caller is kept, because a caller waits for its verdicts before it hands in again.
///
/// The committer is a task of its own with a high priority. Were it one of the callers, the next transaction would
/// begin only after the callers of the last one had been answered, and the disk would wait for the network.
///
/// Bounds: arrivals of one transaction, and callers that wait (each holds one hand-in).
final class GroupCommit: Sendable {
    private struct HandIn {
        let arrivals: [Arrival]
        let continuation: CheckedContinuation<[IntakeVerdict], any Error>
    }

    private struct Queue {
        var waiting = CircularBuffer<HandIn>()
        /// Whether the committer has ended; nothing is taken any more.
        var isOver = false
    }

    private let intake: any FrameIntake
    private let arrivalsPerCommitMax: Int
    private let waitingMax: Int
    private let metrics: GatewayMetrics
    private let log: BoundedLog
    /// Who waits; guarded by the mutex.
    private let queue = Mutex(Queue())
    /// Wakes the committer; one wake stands for any number of hand-ins.
    private let wakes: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation

    init(intake: any FrameIntake, arrivalsPerCommitMax: Int, waitingMax: Int, metrics: GatewayMetrics, log: BoundedLog)
    {
        self.intake = intake
        self.arrivalsPerCommitMax = arrivalsPerCommitMax
        self.waitingMax = waitingMax
        self.metrics = metrics
        self.log = log
        (wakes, wake) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Lends a committer that works as long as `body` runs. At most one call for each `GroupCommit`.
    func serve<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask(priority: .high) { await self.commitWhatWaits() }
            defer { group.cancelAll() }
            return try await body()
        }
    }

    /// Waits until the arrivals are durable.
    ///
    /// - Precondition: At most as many arrivals as a transaction takes.
    /// - Returns: One verdict for each arrival, in the same order.
    /// - Throws: What the intake threw: then nothing of this hand-in is durable. `TooManyWaiting` when the queue is
    ///   full, `CancellationError` when the committer has ended.
    func store(_ arrivals: [Arrival]) async throws -> [IntakeVerdict] {
        precondition(arrivals.count <= arrivalsPerCommitMax, "A hand-in must fit into one transaction")
        guard !arrivals.isEmpty else { return [] }
        return try await withCheckedThrowingContinuation { continuation in
            line(up: HandIn(arrivals: arrivals, continuation: continuation))
        }
    }

    private func line(up handIn: HandIn) {
        let refusal: (any Error)? = queue.withLock { queue in
            guard !queue.isOver else { return CancellationError() }
            guard queue.waiting.count < waitingMax else { return TooManyWaiting() }
            queue.waiting.append(handIn)
            metrics.update { $0.handInsWaiting += 1 }
            return nil
        }
        if let refusal { return handIn.continuation.resume(throwing: refusal) }
        wake.yield()
    }

    private func commitWhatWaits() async {
        for await _ in wakes {
            while !Task.isCancelled {
                let batch = nextBatch()
                guard !batch.isEmpty else { break }
                await commit(batch)
            }
        }
        let left = queue.withLock { queue in
            queue.isOver = true
            defer { queue.waiting.removeAll() }
            return Array(queue.waiting)
        }
        metrics.update { $0.handInsWaiting -= left.count }
        for handIn in left { handIn.continuation.resume(throwing: CancellationError()) }
    }

    /// The hand-ins of the next transaction, in the order in which they came.
    private func nextBatch() -> [HandIn] {
        queue.withLock { queue in
            var batch: [HandIn] = []
            var room = arrivalsPerCommitMax
            while let next = queue.waiting.first, next.arrivals.count <= room {
                room -= next.arrivals.count
                batch.append(queue.waiting.removeFirst())
            }
            metrics.update { $0.handInsWaiting -= batch.count }
            return batch
        }
    }

    private func commit(_ batch: [HandIn]) async {
        do {
            var verdicts = try await intakeVerdicts(on: batch.flatMap(\.arrivals))[...]
            for handIn in batch {
                handIn.continuation.resume(returning: Array(verdicts.prefix(handIn.arrivals.count)))
                verdicts = verdicts.dropFirst(handIn.arrivals.count)
            }
        } catch {
            await commitEach(batch, after: error)
        }
    }

    /// After a shared transaction failed: each hand-in alone, so that one that cannot be stored harms only its own
    /// line.
    private func commitEach(_ batch: [HandIn], after failure: any Error) async {
        guard batch.count > 1 else {
            for handIn in batch { handIn.continuation.resume(throwing: failure) }
            return
        }
        for handIn in batch {
            do {
                handIn.continuation.resume(returning: try await intakeVerdicts(on: handIn.arrivals))
            } catch {
                handIn.continuation.resume(throwing: error)
            }
        }
    }

    private func intakeVerdicts(on arrivals: [Arrival]) async throws -> [IntakeVerdict] {
        do {
            let verdicts = try await intake.store(arrivals)
            precondition(verdicts.count == arrivals.count, "An intake must give one verdict for each arrival")
            metrics.update { $0.commits += 1 }
            return verdicts
        } catch {
            metrics.update { $0.commitFailures += 1 }
            log.note(
                .commitFailed,
                ["error": "\(String("\(error)".prefix(300)))", "gateway.arrivals": "\(arrivals.count)"])
            throw error
        }
    }
}

/// More callers wait for a transaction than may.
struct TooManyWaiting: Error {}
