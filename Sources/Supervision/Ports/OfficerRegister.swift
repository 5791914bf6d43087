public import Kernel
public import Persistence

/// Who may work on site; filled by `App` from the register of certificates.
public protocol OfficerRegister: Sendable {
    /// The officers of a region's branch and of the city who have any certificate, by name.
    func officers(of region: RegionCode, in access: any ReadAccess) throws -> [CertifiedOfficer]
}
