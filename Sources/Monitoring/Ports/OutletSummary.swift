public import Kernel

/// An outlet as pages show it.
public struct OutletSummary: Sendable, Equatable {
    /// The outlet.
    public let outlet: OutletID
    /// Its number in the permit and its name.
    public let title: String
    /// The enterprise.
    public let enterprise: EnterpriseID
    /// The enterprise's name.
    public let enterpriseName: String
    /// The region.
    public let region: RegionCode
    /// The region's name.
    public let regionName: Phrase
    /// The MN of its data logger.
    public let device: DeviceNumber
    /// Whether it is a stack; else it is an outlet for waste water.
    public let isStack: Bool

    /// An outlet as pages show it.
    public init(
        outlet: OutletID, title: String, enterprise: EnterpriseID, enterpriseName: String, region: RegionCode,
        regionName: Phrase, device: DeviceNumber, isStack: Bool = true
    ) {
        self.isStack = isStack
        self.outlet = outlet
        self.title = title
        self.enterprise = enterprise
        self.enterpriseName = enterpriseName
        self.region = region
        self.regionName = regionName
        self.device = device
    }
}
