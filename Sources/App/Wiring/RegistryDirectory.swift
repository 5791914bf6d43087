import Kernel
import Monitoring
import Persistence
import Registry
import Standards

/// Monitoring's questions, answered by the register.
struct RegistryDirectory: OutletDirectory {
    let registry: RegistryRoom

    func station(of device: DeviceNumber, in access: any ReadAccess) throws -> Station? {
        try registry.binding(of: device, in: access).map { binding in
            Station(
                outlet: binding.outlet, enterprise: binding.enterprise, region: binding.region,
                isStack: binding.medium == .stack, password: binding.password,
                otherPasswords: binding.otherPasswords)
        }
    }

    /// Every change of the register is a fact of its own in the journal.
    func hasChanged(after sequence: Int64, in access: any ReadAccess) throws -> Bool {
        try Journal.hasFacts(of: "registry", after: sequence, in: access)
    }

    func outlet(_ id: OutletID, scope: Scope, in access: any ReadAccess) throws -> OutletSummary? {
        try registry.outlet(id, scope: scope, in: access).map { card in
            OutletSummary(
                outlet: card.outlet.id, title: "\(card.outlet.number) \(card.outlet.name)",
                enterprise: card.outlet.enterprise, enterpriseName: card.enterpriseName, region: card.region,
                regionName: registry.regions.name(of: card.region), device: card.outlet.device,
                isStack: card.outlet.medium == .stack)
        }
    }

    func name(of region: RegionCode) -> Phrase { registry.regions.name(of: region) }

    func industry(of enterprise: EnterpriseID, in access: any ReadAccess) throws -> IndustryCode? {
        try registry.enterprise(enterprise, scope: .city, in: access)?.industryCode
    }
}
