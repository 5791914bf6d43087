public import Kernel
public import Persistence

/// What Supervision asks of others for its pages; filled by `App`.
public protocol CaseSurroundings: Sendable {
    /// Where a case plays.
    func place(of outlet: OutletID, in access: any ReadAccess) throws -> CasePlace?
    /// The outlets in whose name or code, or whose enterprise's name, a text stands; at most `limit`.
    func outlets(named text: String, limit: Int, in access: any ReadAccess) throws -> [OutletID]
    /// The regions of the city.
    var regions: [(code: RegionCode, name: Phrase)] { get }
    /// What an exceedance rests on.
    ///
    /// - Parameter upheld: As what it counts because values that were sent again were refused; nil for what is known
    ///   now.
    func evidence(
        of episode: EpisodeID, upheldAs upheld: FirstTold?, scope: Scope, in access: any ReadAccess
    ) throws -> CaseEvidence?
    /// Of which hours and days that a case was told of another value or mark was sent later, in order.
    func replaced(_ hours: [ToldHours], at outlet: OutletID, in access: any ReadAccess) throws -> [ReplacedValue]
    /// The enterprise of a case, for an order that is addressed to it.
    func party(_ enterprise: EnterpriseID, in access: any ReadAccess) throws -> CaseParty?
}

/// Where a case plays, in names.
public struct CasePlace: Sendable, Equatable {
    /// The outlet's number and name.
    public let outletTitle: String
    /// The enterprise's name.
    public let enterpriseName: String
    /// The region's name.
    public let regionName: Phrase
    /// The branch that works there.
    public let branchName: Phrase
    /// The branch's full name, as papers are issued under it.
    public let organName: Phrase

    /// Where a case plays.
    public init(
        outletTitle: String, enterpriseName: String, regionName: Phrase, branchName: Phrase, organName: Phrase
    ) {
        self.organName = organName
        self.outletTitle = outletTitle
        self.enterpriseName = enterpriseName
        self.regionName = regionName
        self.branchName = branchName
    }
}
