public import Kernel
public import Persistence

/// How many cases of an outlet people have decided, and how. A case that nobody has qualified yet is none of them, nor
/// one that goes on in another.
public struct DecidedCases: Sendable, Equatable {
    /// True exceedances that are not closed.
    public internal(set) var open = 0
    /// True exceedances that were closed.
    public internal(set) var closed = 0
    /// What was no true exceedance: a device's fault, an allowed condition, a wrong mark, withdrawn.
    public internal(set) var withdrawn = 0

    /// Counts a case.
    mutating func count(_ subject: SupervisionCase) {
        guard subject.state != .merged, let branch = subject.branch else { return }
        switch branch {
        case .exceedance where subject.isWithdrawn: withdrawn += 1
        case .exceedance where subject.state == .closed: closed += 1
        case .exceedance: open += 1
        case .device, .condition, .mark, .withdrawn: withdrawn += 1
        }
    }
}

extension SupervisionRoom {
    /// The most cases of an outlet that are counted. Design value: one a day.
    private static let casesMax = 366

    /// The decided cases of an outlet that were opened on a day or later.
    public func decidedCases(
        of outlet: OutletID, from day: CivilDate, in access: any ReadAccess
    ) throws -> DecidedCases {
        var filter = CaseFilter(states: CaseState.allCases, after: nil)
        (filter.outlet, filter.openedFrom) = (outlet, day)
        return try CaseStore.page(filter, scope: .city, limit: Self.casesMax, in: access)
            .reduce(into: DecidedCases()) { $0.count($1) }
    }
}
