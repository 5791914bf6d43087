import Facts
import Kernel

/// Decides which of the newly found spans continue a known episode: those that share hours with it.
///
/// A known episode keeps its identity while it grows, shrinks or moves; when several known ones have grown together the
/// earliest lives on and the others are withdrawn; a span that touches none is new.
enum EpisodeMatching {
    struct Result: Equatable {
        /// Every span found, with the known episode it continues.
        var standing: [(known: EpisodeID?, extent: ExceedanceExtent)] = []
        /// Known episodes that no span continues.
        var withdrawn: [EpisodeID] = []

        static func == (left: Result, right: Result) -> Bool {
            left.withdrawn == right.withdrawn && left.standing.map(\.known) == right.standing.map(\.known)
                && left.standing.map(\.extent) == right.standing.map(\.extent)
        }
    }

    static func match(found: [ExceedanceExtent], known: [(id: EpisodeID, extent: ExceedanceExtent)]) -> Result {
        var result = Result()
        var free = known.sorted { ($0.extent.firstHour, $0.id) < ($1.extent.firstHour, $1.id) }
        for span in found.sorted(by: { $0.firstHour < $1.firstHour }) {
            let index = free.firstIndex { span.shares($0.extent.firstHour...$0.extent.lastHour) }
            result.standing.append((index.map { free[$0].id }, span))
            if let index { free.remove(at: index) }
        }
        result.withdrawn = free.map(\.id)
        return result
    }
}

extension ExceedanceExtent {
    /// Whether it has an hour within these, both ends included.
    func shares(_ hours: ClosedRange<Instant>) -> Bool {
        firstHour <= hours.upperBound && hours.lowerBound <= lastHour
    }
}
