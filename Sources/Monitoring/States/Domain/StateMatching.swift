import Facts
import Kernel

/// Which span continues which known episode: the earliest known one of the kind that shares an hour with it lives on.
enum StateMatching {
    struct Result {
        var standing: [(known: StateEpisode?, span: StateSpan)] = []
        /// Known episodes that no span continues, with the one they have grown into, if any.
        var gone: [(known: StateEpisode, heir: StateEpisodeID?)] = []
    }

    static func match(found: [StateSpan], known: [StateEpisode]) -> Result {
        var result = Result()
        var free = known.sorted { ($0.extent.firstHour, $0.id) < ($1.extent.firstHour, $1.id) }
        for span in found {
            let index = free.firstIndex { shares(span, with: $0) }
            result.standing.append((index.map { free[$0] }, span))
            if let index { free.remove(at: index) }
        }
        result.gone = free.map { episode in
            let heir = result.standing.first { $0.known != nil && shares($0.span, with: episode) }
            return (episode, heir?.known?.id)
        }
        return result
    }

    private static func shares(_ span: StateSpan, with episode: StateEpisode) -> Bool {
        span.kind == episode.kind && span.firstHour <= episode.extent.lastHour
            && episode.extent.firstHour <= span.lastHour
    }
}
