import Kernel

/// An outlet with the stamps that its decisions and facts carry.
struct JudgedPlace: Hashable, Sendable {
    let outlet: OutletID
    let enterprise: EnterpriseID
    let region: RegionCode
}
