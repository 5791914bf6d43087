import Facts
import Kernel

/// What becomes of known spans of means when values around some hours changed: which stand, which are news, which go.
/// Pure, so that every order of arrival leads to the same spans (`docs/method/exceedance-episodes.md`).
enum SpanReview {
    /// A span that is known.
    struct Known: Hashable, Sendable {
        let id: EpisodeID
        let extent: ExceedanceExtent
        let decision: DecisionID

        var hours: ClosedRange<Instant> { extent.firstHour...extent.lastHour }
    }

    /// A span that stands.
    struct Standing: Hashable, Sendable {
        /// The known one it continues; nil for a new one.
        let known: Known?
        let extent: ExceedanceExtent
        /// Whether it must be decided anew: it is new or reaches differently, or a value in it was corrected.
        let isNews: Bool
    }

    /// All that came of it.
    struct Result: Hashable, Sendable {
        let standing: [Standing]
        /// Known ones that no span continues, each with the standing span that it grew into.
        let withdrawn: [Known]
    }

    /// Holds every mean that can matter around changed ones and the known spans beside them.
    static func window(
        around hours: ClosedRange<Instant>, _ known: [Known], reach: Int64
    ) -> ClosedRange<Instant> {
        let first = known.map(\.extent.firstHour).min().map { min($0, hours.lowerBound) } ?? hours.lowerBound
        let last = known.map(\.extent.lastHour).max().map { max($0, hours.upperBound) } ?? hours.upperBound
        return first.adding(hours: -reach)...last.adding(hours: reach)
    }

    /// Matches what was found in the window with what is known.
    ///
    /// - Parameters:
    ///   - hours: What is looked at.
    ///   - corrected: The means that changed; nil when only time or limits did.
    ///   - known: The known spans within reach of them.
    ///   - near: All known spans within the window's reach. At its rim the window may cut into one that nothing has
    ///     changed; that one stays as it is.
    static func review(
        around hours: ClosedRange<Instant>, corrected: ClosedRange<Instant>?, known: [Known], near: [Known],
        found: [ExceedanceExtent]
    ) -> Result {
        let bystanders = near.filter { !known.contains($0) }
        let concerned = found.filter { span in
            !bystanders.contains { span.shares($0.hours) } || span.shares(hours)
                || known.contains { span.shares($0.hours) }
        }
        let match = EpisodeMatching.match(found: concerned, known: known.map { ($0.id, $0.extent) })
        let standing = match.standing.map { id, extent in
            let before = id.flatMap { id in known.first { $0.id == id } }
            let isCorrected = corrected.map { extent.shares($0) } ?? false
            return Standing(known: before, extent: extent, isNews: before?.extent != extent || isCorrected)
        }
        return Result(standing: standing, withdrawn: known.filter { match.withdrawn.contains($0.id) })
    }
}
