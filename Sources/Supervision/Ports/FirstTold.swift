public import Facts
public import Kernel

/// An exceedance as its case was told of it before values were sent again that took it away.
public struct FirstTold: Sendable, Codable, Equatable {
    /// How far it reached.
    public let extent: ExceedanceExtent
    /// The decision that found it so.
    public let decision: DecisionID

    /// An exceedance as it was told.
    public init(extent: ExceedanceExtent, decision: DecisionID) {
        self.extent = extent
        self.decision = decision
    }

    /// The same as what counts: what was sent again neither goes on nor can be marked.
    var settled: FirstTold {
        FirstTold(
            extent: ExceedanceExtent(
                firstHour: extent.firstHour, lastHour: extent.lastHour, hours: extent.hours, peak: extent.peak,
                limit: extent.limit, multiple: extent.multiple, level: extent.level, ended: true, unit: extent.unit,
                averaging: extent.averaging), decision: decision)
    }

    /// Whether an extent is less than this one: fewer means, or less far beyond the limit.
    func outweighs(_ other: ExceedanceExtent) -> Bool {
        other.hours < extent.hours || other.multiple < extent.multiple
    }
}
