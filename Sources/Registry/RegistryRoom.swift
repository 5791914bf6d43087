public import Facts
public import Kernel
public import Persistence

/// The dynamic source base: which enterprises there are, which outlets they have, which device speaks for which outlet.
public struct RegistryRoom: Sendable {
    /// The regions of the city.
    public let regions: Regions
    private let journal: Journal

    /// A registry that writes its facts into this journal.
    public init(journal: Journal, regions: Regions) {
        self.journal = journal
        self.regions = regions
    }

    /// The room's tables.
    public static let schema = Schema(
        tables: [
            TableDeclaration("registry_enterprise", .register), TableDeclaration("registry_outlet", .register),
        ],
        migrations: [.registry0001CreateSources])

    /// Enters an enterprise.
    public func register(_ enterprise: Enterprise, by author: FactAuthor, in access: any WriteAccess) throws {
        try SourceStore.insert(enterprise, in: access)
        try journal.append(
            EnterpriseRegistered(enterprise: enterprise.id, name: enterprise.name),
            about: FactSubject(enterprise: enterprise.id, region: enterprise.region), by: author, in: access)
    }

    /// Enters an outlet of a registered enterprise. The device password is what its data logger sends as PW.
    public func register(
        _ outlet: Outlet, of enterprise: Enterprise, devicePassword: String, by author: FactAuthor,
        in access: any WriteAccess
    ) throws {
        precondition(outlet.enterprise == enterprise.id, "an outlet is registered with its own enterprise")
        try SourceStore.insert(outlet, region: enterprise.region, password: devicePassword, in: access)
        try journal.append(
            OutletRegistered(outlet: outlet.id, name: outlet.name, device: outlet.device),
            about: FactSubject(enterprise: enterprise.id, region: enterprise.region, reference: outlet.id.text),
            by: author, in: access)
    }

    /// Enterprises in sight, by identifier; `after` continues behind the last one of the page before.
    public func enterprises(
        scope: Scope, after: EnterpriseID? = nil, limit: Int, in access: any ReadAccess
    ) throws -> [Enterprise] {
        try SourceStore.enterprises(scope: scope, after: after, limit: limit, in: access)
    }

    /// One enterprise, when it is in sight.
    public func enterprise(_ id: EnterpriseID, scope: Scope, in access: any ReadAccess) throws -> Enterprise? {
        try SourceStore.enterprise(id, scope: scope, in: access)
    }

    /// One outlet, when it is in sight.
    public func outlet(_ id: OutletID, scope: Scope, in access: any ReadAccess) throws -> OutletCard? {
        try SourceStore.card(id, scope: scope, in: access)
    }

    /// Outlets in sight.
    public func outlets(scope: Scope, limit: Int, in access: any ReadAccess) throws -> [OutletCard] {
        try SourceStore.cards(scope: scope, limit: limit, in: access)
    }

    /// All outlets by identifier; `after` continues behind the last one of the part before.
    public func outlets(after: OutletID?, limit: Int, in access: any ReadAccess) throws -> [OutletCard] {
        try SourceStore.cards(after: after, limit: limit, in: access)
    }

    /// Whose device an MN is; nil when it is not registered.
    public func binding(of device: DeviceNumber, in access: any ReadAccess) throws -> DeviceBinding? {
        try SourceStore.binding(of: device, in: access)
    }
}
