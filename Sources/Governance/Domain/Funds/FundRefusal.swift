import Kernel

/// Why something about a fund was not taken.
enum FundRefusal: Error, Equatable {
    case noSuchFund
    case nameTaken(String)
    case noSuchTask
    case year(first: Int, last: Int)
    case amount(field: String)
    case target(FundTarget.Sort)
    case overBudget(year: Int, leftFen: Int64)
    case noSuchAllocation
    case overAllocation(leftFen: Int64)
    case dayToCome(field: String)
    case dayBefore(CivilDate, field: String)
    case noSuchEntry
    case takenBack
    case twice(Int)
    case counterEntry
    case stillAllocated(year: Int)
    case stillUsed
}
