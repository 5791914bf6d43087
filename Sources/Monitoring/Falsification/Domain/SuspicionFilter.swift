import Kernel

/// Which suspicions a list shows.
struct SuspicionFilter: Hashable, Sendable {
    var sign: SignKind?
    var region: RegionCode?
    var outlet: OutletID?
    var state: State = .open

    /// Whether they are still seen.
    enum State: String, Sendable, CaseIterable {
        case open, ended, all
    }

    /// The place behind which a page of the list goes on: `MILLISECONDS-ID`.
    struct Place: Hashable, Sendable {
        let foundAt: Instant
        let id: SuspicionID

        init(_ suspicion: Suspicion) {
            (foundAt, id) = (suspicion.foundAt, suspicion.id)
        }

        init?(_ text: String) {
            let parts = text.split(separator: "-", maxSplits: 1)
            guard parts.count == 2, let milliseconds = Int64(parts[0]), let id = SuspicionID(String(parts[1])) else {
                return nil
            }
            (foundAt, self.id) = (Instant(milliseconds: milliseconds), id)
        }

        var text: String { "\(foundAt.milliseconds)-\(id)" }
    }
}
