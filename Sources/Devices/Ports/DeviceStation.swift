public import Kernel

/// A registered logger and the outlet it speaks for.
public struct DeviceStation: Sendable, Equatable {
    /// The MN.
    public let device: DeviceNumber
    /// ST, such as 31 for a stack.
    public let systemCode: String
    /// The outlet.
    public let outlet: OutletID
    /// Its number in the permit and its name.
    public let outletTitle: String
    /// The enterprise.
    public let enterprise: EnterpriseID
    /// The enterprise's name.
    public let enterpriseName: String
    /// The region.
    public let region: RegionCode
    /// The region's name.
    public let regionName: Phrase

    /// A registered logger.
    public init(
        device: DeviceNumber, systemCode: String, outlet: OutletID, outletTitle: String, enterprise: EnterpriseID,
        enterpriseName: String, region: RegionCode, regionName: Phrase
    ) {
        self.device = device
        self.systemCode = systemCode
        self.outlet = outlet
        self.outletTitle = outletTitle
        self.enterprise = enterprise
        self.enterpriseName = enterpriseName
        self.region = region
        self.regionName = regionName
    }
}
