import Synchronization

/// One making of a shared page: whoever comes while it is under way waits for it, whoever comes later reads it.
final class PageFlight: Sendable {
    private enum State {
        case underWay([CheckedContinuation<PageBody?, Never>])
        /// Nil when it cannot be shared, or came to nothing.
        case landed(PageBody?)
    }

    /// Guarded by the mutex.
    private let state = Mutex(State.underWay([]))

    /// What was made, as soon as it is there.
    func body() async -> PageBody? {
        await withCheckedContinuation { continuation in
            let landed: PageBody?? = state.withLock { state in
                switch state {
                case .landed(let body): return .some(body)
                case .underWay(let waiting):
                    state = .underWay(waiting + [continuation])
                    return nil
                }
            }
            if let landed { continuation.resume(returning: landed) }
        }
    }

    /// Tells all who wait. Whoever makes a page calls this once, however it ends.
    func land(_ body: PageBody?) {
        let waiting = state.withLock { state -> [CheckedContinuation<PageBody?, Never>] in
            guard case .underWay(let waiting) = state else { return [] }
            state = .landed(body)
            return waiting
        }
        for continuation in waiting { continuation.resume(returning: body) }
    }
}
