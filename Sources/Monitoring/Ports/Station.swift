public import Kernel

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
