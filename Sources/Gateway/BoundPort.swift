import Synchronization

/// The port that the gateway got, for those who ask before it is known.
final class BoundPort: Sendable {
    private enum State {
        case unknown(waiting: [Int: CheckedContinuation<Int, any Error>], nextKey: Int)
        case known(Result<Int, any Error>)
    }

    /// Guarded by the mutex.
    private let state = Mutex(State.unknown(waiting: [:], nextKey: 0))

    /// The first outcome counts; later ones change nothing.
    func settle(_ outcome: Result<Int, any Error>) {
        let waiting = state.withLock { state -> [Int: CheckedContinuation<Int, any Error>] in
            guard case .unknown(let waiting, _) = state else { return [:] }
            state = .known(outcome)
            return waiting
        }
        for continuation in waiting.values { continuation.resume(with: outcome) }
    }

    /// Waits for the outcome, or for the cancellation of the asking task.
    func port() async throws -> Int {
        let key = state.withLock { state -> Int in
            guard case .unknown(let waiting, let key) = state else { return 0 }
            state = .unknown(waiting: waiting, nextKey: key + 1)
            return key
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { wait($0, key) }
        } onCancel: {
            giveUp(key)
        }
    }

    private func wait(_ continuation: CheckedContinuation<Int, any Error>, _ key: Int) {
        let outcome: Result<Int, any Error>? = state.withLock { state in
            switch state {
            case .known(let outcome):
                return outcome
            case .unknown(var waiting, let nextKey):
                // A cancellation that came before found nobody to wake.
                guard !Task.isCancelled else { return .failure(CancellationError()) }
                waiting[key] = continuation
                state = .unknown(waiting: waiting, nextKey: nextKey)
                return nil
            }
        }
        if let outcome { continuation.resume(with: outcome) }
    }

    private func giveUp(_ key: Int) {
        let continuation = state.withLock { state -> CheckedContinuation<Int, any Error>? in
            guard case .unknown(var waiting, let nextKey) = state else { return nil }
            let continuation = waiting.removeValue(forKey: key)
            state = .unknown(waiting: waiting, nextKey: nextKey)
            return continuation
        }
        continuation?.resume(throwing: CancellationError())
    }
}
