public import Kernel
public import Persistence

/// What Monitoring asks of whoever keeps the register; filled by `App`.
public protocol OutletDirectory: Sendable {
    /// Whose device an MN is; nil when it is not registered.
    func station(of device: DeviceNumber, in access: any ReadAccess) throws -> Station?
    /// Whether an answer of `station` may have changed by a fact behind this journal number.
    func hasChanged(after sequence: Int64, in access: any ReadAccess) throws -> Bool
    /// An outlet as pages show it, when it is in sight.
    func outlet(_ id: OutletID, scope: Scope, in access: any ReadAccess) throws -> OutletSummary?
}

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

    /// An outlet as pages show it.
    public init(
        outlet: OutletID, title: String, enterprise: EnterpriseID, enterpriseName: String, region: RegionCode,
        regionName: Phrase, device: DeviceNumber
    ) {
        self.outlet = outlet
        self.title = title
        self.enterprise = enterprise
        self.enterpriseName = enterpriseName
        self.region = region
        self.regionName = regionName
        self.device = device
    }
}
