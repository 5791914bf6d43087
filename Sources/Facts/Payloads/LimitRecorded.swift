public import Kernel

/// A limit of an outlet was recorded, with the days it holds.
public struct LimitRecorded: Fact {
    public static let kind = "monitoring.limit-recorded"
    /// The outlet.
    public let outlet: OutletID
    /// The pollutant.
    public let pollutant: PollutantCode
    /// The limit in its unit; of a range its upper end.
    public let limit: DecimalNumber
    /// The first day it holds.
    public let validFrom: CivilDate
    /// The last day it holds; nil while it does.
    public let validTo: CivilDate?
    /// Where it is written, for example the permit's number.
    public let source: String
    /// The limit's number; nil in facts of the time when limits had none.
    public let number: Int64?
    /// What it demands; nil for at most.
    public let demand: LimitDemand?
    /// The lower end of a range.
    public let lower: DecimalNumber?
    /// The code of its unit; nil for mg/m³.
    public let unit: String?
    /// The mean it limits; nil for the hour's.
    public let averaging: MeanPeriod?
    /// What kind of text it stands in; nil in facts of the time when it was not told.
    public let sourceKind: LimitSourceKind?
    /// The table of a standard from which an officer adopted it.
    public let table: String?
    /// When `otherLimit` holds in its place, as limit tables write it: `season 11-01..03-31`; nil for a limit of every
    /// day.
    public let condition: String?
    /// What holds then, in its unit.
    public let otherLimit: DecimalNumber?
    /// How sure the standard's text is known that it was adopted from; nil for other limits.
    public let certainty: Certainty?
    /// Why it was recorded.
    public let reason: String?

    /// A recorded limit.
    public init(
        outlet: OutletID, pollutant: PollutantCode, limit: DecimalNumber, validFrom: CivilDate, validTo: CivilDate?,
        source: String, number: Int64? = nil, demand: LimitDemand? = nil, lower: DecimalNumber? = nil,
        unit: String? = nil, averaging: MeanPeriod? = nil, sourceKind: LimitSourceKind? = nil, table: String? = nil,
        reason: String? = nil, condition: String? = nil, otherLimit: DecimalNumber? = nil,
        certainty: Certainty? = nil
    ) {
        self.condition = condition
        self.otherLimit = otherLimit
        self.certainty = certainty
        self.number = number
        self.demand = demand
        self.lower = lower
        self.unit = unit
        self.averaging = averaging
        self.sourceKind = sourceKind
        self.table = table
        self.reason = reason
        self.outlet = outlet
        self.pollutant = pollutant
        self.limit = limit
        self.validFrom = validFrom
        self.validTo = validTo
        self.source = source
    }
}
