import Facts
import Kernel

/// Which state episodes a list shows.
struct StateFilter: Hashable, Sendable {
    var kind: StateKind?
    var region: RegionCode?
    var enterprise: EnterpriseID?
    var outlet: OutletID?
    var standing: Standing = .open

    /// How far they are.
    enum Standing: String, Sendable, CaseIterable {
        /// Going on, or waiting for somebody.
        case open
        /// Waiting for somebody.
        case asking
        /// Over, and nobody is asked.
        case over
        case withdrawn
        case all
    }

    /// The place behind which a page of the list goes on: `MILLISECONDS-ID`.
    struct Place: Hashable, Sendable {
        let firstHour: Instant
        let id: StateEpisodeID

        init(_ episode: StateEpisode) {
            (firstHour, id) = (episode.extent.firstHour, episode.id)
        }

        init?(_ text: String) {
            let parts = text.split(separator: "-", maxSplits: 1)
            guard parts.count == 2, let milliseconds = Int64(parts[0]), let id = StateEpisodeID(String(parts[1])) else {
                return nil
            }
            (firstHour, self.id) = (Instant(milliseconds: milliseconds), id)
        }

        var text: String { "\(firstHour.milliseconds)-\(id)" }
    }
}
