import Logging
import NIOCore
import Synchronization

/// Lets many lines share transactions: whoever finds no transaction running leads one; what arrives meanwhile waits and
/// goes together into the next, led by the first of those who wait.
///
/// Nothing lingers to collect more: an idle gateway commits at once, a busy one commits more at a time. Order of one
/// caller is kept, because a caller waits for its verdicts before it hands in again. No task or thread of its own.
///
/// Bounds: arrivals of one transaction, and callers that wait (each holds one hand-in).
final class GroupCommit: Sendable {
    private struct Waiting {
        let arrivals: [Arrival]
        let continuation: CheckedContinuation<Turn, any Error>
    }

    private enum Turn {
        /// Somebody else's transaction took the hand-in.
        case served([IntakeVerdict])
        /// The caller's own hand-in and those of the followers are its to store.
        case leads(followers: [Waiting])
    }

    private struct Queue {
        var isCommitting = false
        var waiting = CircularBuffer<Waiting>()
    }

    private let intake: any FrameIntake
    private let arrivalsPerCommitMax: Int
    private let waitingMax: Int
    private let metrics: GatewayMetrics
    private let log: BoundedLog
    /// Who waits, and whether a transaction runs; guarded by the mutex.
    private let queue = Mutex(Queue())

    init(intake: any FrameIntake, arrivalsPerCommitMax: Int, waitingMax: Int, metrics: GatewayMetrics, log: BoundedLog)
    {
        self.intake = intake
        self.arrivalsPerCommitMax = arrivalsPerCommitMax
        self.waitingMax = waitingMax
        self.metrics = metrics
        self.log = log
    }

    /// Waits until the arrivals are durable.
    ///
    /// - Precondition: At most as many arrivals as a transaction takes.
    /// - Returns: One verdict for each arrival, in the same order.
    /// - Throws: What the intake threw: then nothing of this hand-in is durable. `TooManyWaiting` when the queue is
    ///   full.
    func store(_ arrivals: [Arrival]) async throws -> [IntakeVerdict] {
        precondition(arrivals.count <= arrivalsPerCommitMax, "A hand-in must fit into one transaction")
        guard !arrivals.isEmpty else { return [] }
        let turn = try await withCheckedThrowingContinuation { continuation in
            takePlace(Waiting(arrivals: arrivals, continuation: continuation))
        }
        switch turn {
        case .served(let verdicts): return verdicts
        case .leads(let followers): return try await lead(arrivals, followers)
        }
    }

    private func takePlace(_ newcomer: Waiting) {
        let outcome: Result<Turn, any Error>? = queue.withLock { queue in
            guard queue.isCommitting else {
                queue.isCommitting = true
                return .success(.leads(followers: []))
            }
            guard queue.waiting.count < waitingMax else { return .failure(TooManyWaiting()) }
            queue.waiting.append(newcomer)
            metrics.update { $0.handInsWaiting += 1 }
            return nil
        }
        if let outcome { newcomer.continuation.resume(with: outcome) }
    }

    private func lead(_ own: [Arrival], _ followers: [Waiting]) async throws -> [IntakeVerdict] {
        defer { passLeadership() }
        guard !followers.isEmpty else { return try await commit(own) }
        do {
            let verdicts = try await commit(own + followers.flatMap(\.arrivals))
            var rest = verdicts.dropFirst(own.count)
            for follower in followers {
                follower.continuation.resume(returning: .served(Array(rest.prefix(follower.arrivals.count))))
                rest = rest.dropFirst(follower.arrivals.count)
            }
            return Array(verdicts.prefix(own.count))
        } catch {
            return try await commitEach(own, followers)
        }
    }

    /// After a shared transaction failed: each hand-in alone, so that one that cannot be stored harms only its own
    /// line.
    private func commitEach(_ own: [Arrival], _ followers: [Waiting]) async throws -> [IntakeVerdict] {
        let ownOutcome = await outcome(of: own)
        for follower in followers {
            let followerOutcome = await outcome(of: follower.arrivals)
            follower.continuation.resume(with: followerOutcome.map { .served($0) })
        }
        return try ownOutcome.get()
    }

    private func outcome(of arrivals: [Arrival]) async -> Result<[IntakeVerdict], any Error> {
        do { return .success(try await commit(arrivals)) } catch { return .failure(error) }
    }

    private func commit(_ arrivals: [Arrival]) async throws -> [IntakeVerdict] {
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

    private func passLeadership() {
        let next: (leader: Waiting, followers: [Waiting])? = queue.withLock { queue in
            guard let leader = queue.waiting.popFirst() else {
                queue.isCommitting = false
                return nil
            }
            var followers: [Waiting] = []
            var room = arrivalsPerCommitMax - leader.arrivals.count
            while let follower = queue.waiting.first, follower.arrivals.count <= room {
                room -= follower.arrivals.count
                followers.append(queue.waiting.removeFirst())
            }
            metrics.update { $0.handInsWaiting -= 1 + followers.count }
            return (leader, followers)
        }
        next?.leader.continuation.resume(returning: .leads(followers: next?.followers ?? []))
    }
}

/// More callers wait for a transaction than may.
struct TooManyWaiting: Error {}
