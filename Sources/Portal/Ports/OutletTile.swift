public import Kernel

/// An outlet on the desk.
public struct OutletTile: Sendable, Equatable {
    /// The outlet.
    public let outlet: OutletID
    /// Its number and name.
    public let title: String
    /// The enterprise.
    public let enterprise: EnterpriseID
    /// The enterprise's name.
    public let enterpriseName: String
    /// The region.
    public let region: RegionCode
    /// The region's name.
    public let regionName: Phrase
    /// The data time of the newest real-time value; nil when there is none.
    public let newestAt: Instant?
    /// The newest real-time value, in the unit that `factor` names.
    public let newestValue: DecimalNumber?
    /// The limit in force, in the same unit.
    public let limit: DecimalNumber?
    /// The sign of the factor and its unit, `SO₂ mg/m³`; nil when there is no value.
    public let factor: Phrase?

    /// An outlet on the desk.
    public init(
        outlet: OutletID, title: String, enterprise: EnterpriseID, enterpriseName: String, region: RegionCode,
        regionName: Phrase, newestAt: Instant?, newestValue: DecimalNumber?, limit: DecimalNumber?,
        factor: Phrase? = nil
    ) {
        self.factor = factor
        self.outlet = outlet
        self.title = title
        self.enterprise = enterprise
        self.enterpriseName = enterpriseName
        self.region = region
        self.regionName = regionName
        self.newestAt = newestAt
        self.newestValue = newestValue
        self.limit = limit
    }
}
