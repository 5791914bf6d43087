import Facts
import Kernel

/// Neighbouring hours of a waste-water factor beyond its daily limit, of a stack's factor that cannot decide and lie
/// beyond the hourly one, or days of an incinerator without an uploaded mean: a warning, never an exceedance.
struct HourAlert: Sendable, Equatable {
    let id: EpisodeID
    let outlet: OutletID
    let pollutant: PollutantCode
    /// In hours; of waste water the limit is that of the day.
    let extent: ExceedanceExtent
    /// Whether the effective values no longer carry it.
    let isWithdrawn: Bool
    /// The newest decision about it.
    let decision: DecisionID
    let enterprise: EnterpriseID
    let region: RegionCode

    /// Whether it is of hours or of days.
    var period: MeanPeriod { extent.averaging ?? .hour }

    /// As spans are matched.
    var known: SpanReview.Known { SpanReview.Known(id: id, extent: extent, decision: decision) }
}

extension [DatedLimit] {
    /// The limits of the day as if they limited each hour, for a warning.
    var asHourly: [DatedLimit] {
        filter { $0.limits(.day) }.map { limit in
            DatedLimit(
                limit: limit.limit, validFrom: limit.validFrom, validTo: limit.validTo, source: limit.source,
                demand: limit.demand, lower: limit.lower, unit: limit.unit, other: limit.other,
                certainty: limit.certainty)
        }
    }
}
