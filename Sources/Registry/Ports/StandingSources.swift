public import Kernel
public import Persistence

/// What a standing sheet asks of other rooms; filled by `App`.
public protocol StandingSources: Sendable {
    /// The organisation in whose name a person may ask about every enterprise; nil for whoever may not.
    func asker(_ person: PersonID, in access: any ReadAccess) throws -> StandingAsker?
    /// The public means of an outlet.
    func means(of outlet: OutletID, in access: any ReadAccess) throws -> [StandingSheet.Mean]
    /// How many of the outlet's cases opened from a day on people have decided.
    func record(of outlet: OutletID, from day: CivilDate, in access: any ReadAccess) throws -> StandingSheet.Record
}
