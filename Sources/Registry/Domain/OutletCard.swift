public import Kernel

/// An outlet with what other rooms show beside it.
public struct OutletCard: Sendable, Equatable {
    /// The outlet.
    public let outlet: Outlet
    /// The enterprise's name.
    public let enterpriseName: String
    /// The region it lies in.
    public let region: RegionCode
}

/// What the gateway's intake needs to trust a frame: whose device it is and its password.
public struct DeviceBinding: Sendable, Equatable {
    /// The outlet the device speaks for.
    public let outlet: OutletID
    /// The enterprise.
    public let enterprise: EnterpriseID
    /// The region.
    public let region: RegionCode
    /// What leaves through the outlet.
    public let medium: Outlet.Medium
    /// The PW the device must send, and is asked with.
    public let password: String
    /// Further ones that are believed while a change is under way.
    public let otherPasswords: [String]
}
