public import Kernel
public import Persistence
public import Standards

/// What Monitoring asks of whoever keeps the register; filled by `App`.
public protocol OutletDirectory: Sendable {
    /// Whose device an MN is; nil when it is not registered.
    func station(of device: DeviceNumber, in access: any ReadAccess) throws -> Station?
    /// Whether an answer of `station` may have changed by a fact behind this journal number.
    func hasChanged(after sequence: Int64, in access: any ReadAccess) throws -> Bool
    /// An outlet as pages show it, when it is in sight.
    func outlet(_ id: OutletID, scope: Scope, in access: any ReadAccess) throws -> OutletSummary?
    /// A region's name.
    func name(of region: RegionCode) -> Phrase
    /// An enterprise's trade; nil when the register holds no code for it.
    func industry(of enterprise: EnterpriseID, in access: any ReadAccess) throws -> IndustryCode?
}
