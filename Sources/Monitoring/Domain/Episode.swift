import Facts
import Kernel

/// A known exceedance episode of one factor at one outlet.
struct Episode: Sendable, Equatable {
    let id: EpisodeID
    let outlet: OutletID
    let pollutant: PollutantCode
    let enterprise: EnterpriseID
    let region: RegionCode
    /// How far it reaches; the last known extent when it was withdrawn.
    let extent: ExceedanceExtent
    /// Whether the effective values no longer carry it.
    let isWithdrawn: Bool
    /// The newest decision about it.
    let decision: DecisionID
    /// Until when the enterprise may mark some of its hours; nil when their marks are closed.
    var provisionalUntil: Instant?

    /// The means that were judged.
    var averaging: MeanPeriod { extent.averaging ?? .hour }

    /// As spans are matched.
    var known: SpanReview.Known { SpanReview.Known(id: id, extent: extent, decision: decision) }

    /// From its first to its last exceeding hour.
    var hours: ClosedRange<Instant> { extent.firstHour...extent.lastHour }
}
