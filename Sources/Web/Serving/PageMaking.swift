import Synchronization

/// A page's middle while one visitor has it made and others wait for it.
final class PageMaking: Sendable {
    private enum State {
        case going([CheckedContinuation<PageBody?, Never>])
        case over(PageBody?)
    }

    private let state = Mutex(State.going([]))

    /// What came of it, when it is over; nil when each visitor has to be answered alone.
    func outcome() async -> PageBody? {
        await withCheckedContinuation { waiting in
            let body: PageBody?? = state.withLock { state in
                switch state {
                case .going(let others):
                    state = .going(others + [waiting])
                    return nil
                case .over(let body): return .some(body)
                }
            }
            if let body { waiting.resume(returning: body) }
        }
    }

    /// Ends it, once.
    func settle(_ body: PageBody?) {
        let waiting = state.withLock { state -> [CheckedContinuation<PageBody?, Never>] in
            guard case .going(let waiting) = state else { return [] }
            state = .over(body)
            return waiting
        }
        for visitor in waiting { visitor.resume(returning: body) }
    }
}
