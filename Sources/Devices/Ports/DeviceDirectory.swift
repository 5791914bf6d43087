public import Kernel
public import Persistence

/// What Devices asks of whoever keeps the register; filled by `App`.
public protocol DeviceDirectory: Sendable {
    /// The logger of an outlet, when the outlet is in sight.
    func station(of outlet: OutletID, scope: Scope, in access: any ReadAccess) throws -> DeviceStation?
    /// The logger with this MN; nil when it is not registered.
    func station(of device: DeviceNumber, in access: any ReadAccess) throws -> DeviceStation?
    /// Registered loggers by outlet; `after` continues behind the last one of the part before.
    func stations(after: OutletID?, limit: Int, in access: any ReadAccess) throws -> [DeviceStation]
    /// The PW that a logger is asked with; nil when it is not registered.
    func password(of device: DeviceNumber, in access: any ReadAccess) throws -> String?
}

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
