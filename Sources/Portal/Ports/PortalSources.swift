public import Kernel
public import Persistence

/// What Portal asks of the rooms whose facts it shows; filled by `App`. Portal owns no rows of its own.
public protocol PortalSources: Sendable {
    /// Outlets in sight with their newest reading.
    func outlets(scope: Scope, in access: any ReadAccess) throws -> [OutletTile]
    /// Outlets in sight with their newest reading; by identifier, behind one. What is known of one is not read again.
    func outlets(
        scope: Scope, _ choice: OutletChoice, known: [OutletID: OutletTile], after: OutletID?, limit: Int,
        in access: any ReadAccess
    ) throws -> [OutletTile]
    /// The parks in sight, by their codes.
    func parks(scope: Scope, in access: any ReadAccess) throws -> [(code: String, name: String)]
    /// The factors that have a limit somewhere, by their codes.
    func limitedFactors(in access: any ReadAccess) throws -> [(code: PollutantCode, name: Phrase)]
    /// Number and name of an outlet in sight, with its enterprise's name.
    func outletName(_ id: OutletID, scope: Scope, in access: any ReadAccess) throws -> String?
    /// One enterprise, when it is in sight.
    func enterprise(_ id: EnterpriseID, scope: Scope, in access: any ReadAccess) throws -> EnterpriseCard?
    /// Open cases in sight, the newest first.
    func openCases(scope: Scope, in access: any ReadAccess) throws -> [OpenCase]
    /// Outlets of a region, or of the whole city, with what anybody may see of them; by identifier, behind one. A text
    /// is a part of the name or code of the outlet or its enterprise.
    func publicOutlets(
        of region: RegionCode?, named text: String?, after: OutletID?, limit: Int, in access: any ReadAccess
    ) throws -> [PublicOutlet]
    /// Where outlets stand; those whose place is not registered are left out.
    func positions(of outlets: [OutletID], in access: any ReadAccess) throws -> [OutletID: MapPosition]
    /// What a small map draws of the regions' official boundaries; nil until some were imported.
    func cityOutline(in access: any ReadAccess) throws -> CityOutline?
    /// The official boundaries; empty until some were imported.
    func boundaries(in access: any ReadAccess) throws -> [RegionGround]
    /// The calendar that clocks are counted on.
    var calendar: WorkingDayCalendar { get }
    /// The regions of the city.
    var regions: [(code: RegionCode, name: Phrase)] { get }
    /// What a duty asks for.
    func dutyPhrase(_ kind: String) -> Phrase?
    /// Where a duty is done.
    func dutyAddress(_ kind: String, about reference: String) -> String
    /// What a duty in sight is about, as people call it: an outlet by its number and name, a task with its unit.
    func dutyPlace(
        _ kind: String, about reference: String, scope: Scope, in access: any ReadAccess
    ) throws -> Phrase?
    /// When whoever owes a duty was reminded of it; nil before.
    func remindedAt(_ duty: DutyID, in access: any ReadAccess) throws -> Instant?
    /// Number and name of the outlet that a case or an episode of monitoring in sight is about.
    func matterPlace(_ reference: String, scope: Scope, in access: any ReadAccess) throws -> String?
    /// What a rule is called, and whether its decisions have a page.
    func rule(_ code: String) -> (title: Phrase, hasPage: Bool)?
    /// What a state of an outlet's monitoring is called.
    func statePhrase(_ state: String) -> Phrase?
    /// What a field of the register is called.
    func fieldPhrase(_ field: String, of record: String) -> Phrase?
    /// What a kind of entry of the register is called.
    func recordPhrase(_ record: String) -> Phrase?
    /// What a step of a case is called.
    func stepPhrase(_ action: String) -> Phrase?
}

extension PortalSources {
    /// The regions that a reader may see into: a filter offers no other.
    func regions(in scope: Scope) -> [(code: RegionCode, name: Phrase)] {
        regions.filter { scope.allows(region: $0.code, enterprise: nil) }
    }
}
