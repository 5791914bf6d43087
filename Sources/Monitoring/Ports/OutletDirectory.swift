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

/// A registered device: where its values belong and the password it must send.
public struct Station: Sendable, Equatable {
    /// The outlet it speaks for.
    public let outlet: OutletID
    /// The enterprise.
    public let enterprise: EnterpriseID
    /// The region.
    public let region: RegionCode
    /// Whether the outlet is a stack; rule MON-01 judges only those.
    public let isStack: Bool
    /// The PW it must send.
    public let password: String
    /// Further ones that are believed while a change of password is under way.
    public let otherPasswords: [String]

    /// A registered device.
    public init(
        outlet: OutletID, enterprise: EnterpriseID, region: RegionCode, isStack: Bool, password: String,
        otherPasswords: [String] = []
    ) {
        self.outlet = outlet
        self.enterprise = enterprise
        self.region = region
        self.isStack = isStack
        self.password = password
        self.otherPasswords = otherPasswords
    }

    /// Whether somebody sent a password of this device; nobody's when there is no device. The work is the same for an
    /// unknown device and for a wrong password of one that changes nothing.
    static func isProven(_ sent: String, of station: Station?) -> Bool {
        let isPresent = SecretComparison.isExpected(sent, station?.password)
        let isOther = (station?.otherPasswords ?? []).reduce(false) { SecretComparison.isExpected(sent, $1) || $0 }
        return isPresent || isOther
    }

    /// Where values of this device are judged.
    var place: JudgedPlace { JudgedPlace(outlet: outlet, enterprise: enterprise, region: region) }
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
