public import Kernel
public import Persistence

/// What Portal asks of the rooms whose facts it shows; filled by `App`. Portal owns no rows of its own.
public protocol PortalSources: Sendable {
    /// Outlets in sight with their newest reading.
    func outlets(scope: Scope, in access: any ReadAccess) throws -> [OutletTile]
    /// Enterprises in sight by identifier, behind one.
    func enterprises(
        scope: Scope, after: EnterpriseID?, limit: Int, in access: any ReadAccess
    ) throws -> [EnterpriseCard]
    /// One enterprise, when it is in sight.
    func enterprise(_ id: EnterpriseID, scope: Scope, in access: any ReadAccess) throws -> EnterpriseCard?
    /// Open cases in sight, the newest first.
    func openCases(scope: Scope, in access: any ReadAccess) throws -> [OpenCase]
    /// What a duty asks for.
    func dutyPhrase(_ kind: String) -> Phrase?
    /// What a step of a case is called.
    func stepPhrase(_ action: String) -> Phrase?
}

/// An outlet on the desk.
public struct OutletTile: Sendable, Equatable {
    /// The outlet.
    public let outlet: OutletID
    /// Its number and name.
    public let title: String
    /// The enterprise.
    public let enterprise: EnterpriseID
    /// The enterprise's name.
    public let enterpriseName: String
    /// The region's name.
    public let regionName: Phrase
    /// The data time of the newest real-time value; nil when there is none.
    public let newestAt: Instant?
    /// The newest real-time value, mg/m³.
    public let newestValue: DecimalNumber?
    /// The limit in force, mg/m³.
    public let limit: DecimalNumber?

    /// An outlet on the desk.
    public init(
        outlet: OutletID, title: String, enterprise: EnterpriseID, enterpriseName: String, regionName: Phrase,
        newestAt: Instant?, newestValue: DecimalNumber?, limit: DecimalNumber?
    ) {
        self.outlet = outlet
        self.title = title
        self.enterprise = enterprise
        self.enterpriseName = enterpriseName
        self.regionName = regionName
        self.newestAt = newestAt
        self.newestValue = newestValue
        self.limit = limit
    }
}

/// An enterprise as lists and its own page show it.
public struct EnterpriseCard: Sendable, Equatable {
    /// The enterprise.
    public let id: EnterpriseID
    /// Its name.
    public let name: String
    /// The unified social credit code, when known.
    public let creditCode: String?
    /// The region's name.
    public let regionName: Phrase
    /// The industry, in words.
    public let industry: String
    /// The address, in words.
    public let address: String

    /// An enterprise as lists and its own page show it.
    public init(
        id: EnterpriseID, name: String, creditCode: String?, regionName: Phrase, industry: String, address: String
    ) {
        self.id = id
        self.name = name
        self.creditCode = creditCode
        self.regionName = regionName
        self.industry = industry
        self.address = address
    }
}
