import Dispatch
import Synchronization

/// Where passwords are hashed: at most two at a time, a bounded queue behind them, on threads of their own.
///
/// A hashing blocks its thread for a quarter of a second and takes 32 MiB. On the cooperative pool it would stop
/// every other visit, and unbounded it would eat the machine's memory; a dispatch queue is the simplest source of
/// threads that are not the pool's.
final class HashingDesk: Sendable {
    /// More people wait than the queue holds.
    struct Busy: Error, Equatable {}

    static let runningMax = 2
    static let waitingMax = 32

    private struct Queue {
        var running = 0
        var waiting: [@Sendable () -> Void] = []
    }

    /// Who is being served and who waits; guarded by the mutex.
    private let queue = Mutex(Queue())
    private let threads = DispatchQueue(label: "jianhu.access.hashing", attributes: .concurrent)

    /// Runs a hashing when its turn comes.
    func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async throws(Busy) -> Value {
        let value: Value? = await withCheckedContinuation { continuation in
            if !enter({ continuation.resume(returning: work()) }) { continuation.resume(returning: nil) }
        }
        guard let value else { throw Busy() }
        return value
    }

    /// How many run and how many wait.
    var load: (running: Int, waiting: Int) {
        queue.withLock { ($0.running, $0.waiting.count) }
    }

    private func enter(_ job: @escaping @Sendable () -> Void) -> Bool {
        enum Place { case now, later, refused }
        let place: Place = queue.withLock { queue in
            if queue.running < Self.runningMax {
                queue.running += 1
                return .now
            }
            guard queue.waiting.count < Self.waitingMax else { return .refused }
            queue.waiting.append(job)
            return .later
        }
        switch place {
        case .now: start(job)
        case .later: break
        case .refused: return false
        }
        return true
    }

    private func start(_ job: @escaping @Sendable () -> Void) {
        threads.async { [self] in
            job()
            let next: (@Sendable () -> Void)? = queue.withLock { queue in
                guard !queue.waiting.isEmpty else {
                    queue.running -= 1
                    return nil
                }
                return queue.waiting.removeFirst()
            }
            if let next { start(next) }
        }
    }
}
