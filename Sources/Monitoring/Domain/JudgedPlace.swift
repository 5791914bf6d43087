import Facts
import Kernel

/// An outlet with the stamps that its decisions and facts carry.
struct JudgedPlace: Hashable, Sendable {
    let outlet: OutletID
    let enterprise: EnterpriseID
    let region: RegionCode

    /// Whose timeline a fact about it belongs to.
    var subject: FactSubject { FactSubject(enterprise: enterprise, region: region, reference: outlet.text) }
}
