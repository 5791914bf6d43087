import Synchronization

/// The doors of a running program, for pages that are made before they open.
final class OpenedDoors: Sendable {
    private let known = Mutex<Doors?>(nil)

    /// Nil until both are open.
    var doors: Doors? { known.withLock { $0 } }

    func open(_ doors: Doors) { known.withLock { $0 = doors } }
}
