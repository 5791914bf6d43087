import Kernel

/// Which cases a list shows, and from where it goes on.
struct CaseFilter: Sendable, Equatable {
    /// The states shown.
    let states: [CaseState]
    /// The last case of the page before.
    let after: Place?

    struct Place: Sendable, Equatable {
        let openedAt: Instant
        let id: CaseID
    }
}
