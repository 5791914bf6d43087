import Kernel

/// Which cases a list shows, and from where it goes on.
struct CaseFilter: Sendable, Equatable {
    /// The states shown.
    let states: [CaseState]
    /// The last case of the page before.
    let after: Place?
    /// Nil for every region in sight.
    var region: RegionCode?
    /// Nil for every outlet in sight.
    var outlet: OutletID?
    /// A part of the name or code of an outlet or its enterprise; nil for any.
    var text: String?
    /// The outlets that `text` names; nil without one.
    var named: [OutletID]?
    /// The days of opening, from the first moment of the one to the last of the other; nil for an open end.
    var openedFrom: CivilDate?
    var openedTo: CivilDate?

    struct Place: Sendable, Equatable {
        let openedAt: Instant
        let id: CaseID
    }
}
